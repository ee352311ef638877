#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <system_error>

#include "app/command_line.h"
#include "app/leftovers.h"
#include "publish/system_reason.h"

namespace {

/// What was printed must have arrived: a report cut short by a full disk is no success.
gongkai::ExitStatus finish_output(gongkai::ExitStatus status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  std::fprintf(stderr, "结果没能全部写出：请检查磁盘空间\n");
  return gongkai::ExitStatus::Machine;
}

}  // namespace

int main(int argc, char** argv) {
  // A limit on the size of files is an error of writing like any other, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    gongkai::Leftovers leftovers;
    const gongkai::ExitStatus status = finish_output(gongkai::run_command_line(argc, argv, leftovers));
    std::exit(static_cast<int>(status));  // and not return: the leftovers stay as they are
    // Data never throws; what arrives here is the machine: memory, threads, a broken library.
  } catch (const std::system_error& error) {
    std::fprintf(stderr, "程序意外停止：%s\n", gongkai::system_reason(error.code().value()).c_str());
    return static_cast<int>(gongkai::ExitStatus::Machine);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "程序意外停止：%s\n", error.what());
    return static_cast<int>(gongkai::ExitStatus::Machine);
  }
}
