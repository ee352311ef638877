#include <cstdio>
#include <exception>

#include "app/command_line.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(gongkai::run_command_line(argc, argv));
  } catch (const std::exception& error) {
    // Data never throws; what arrives here is the machine: memory, a broken library.
    std::fprintf(stderr, "程序意外停止：%s\n", error.what());
    return static_cast<int>(gongkai::ExitStatus::Machine);
  }
}
