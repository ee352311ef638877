#include "app/progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace gongkai {

bool error_is_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

bool output_is_terminal() {
  return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}

Progress::Progress(std::size_t total) : total_(total), terminal_(error_is_terminal()) {}

Progress::~Progress() {
  clear();
}

void Progress::clear() {
  if (terminal_) std::fputs("\r\033[K", stderr);
}

void Progress::draw(const std::string& name) {
  if (!terminal_) return;
  constexpr std::size_t kCells = 30;
  const std::size_t filled = total_ == 0 ? kCells : done_ * kCells / total_;
  std::string bar;
  for (std::size_t i = 0; i < kCells; ++i) bar += i < filled ? "█" : "░";
  std::fprintf(stderr, "\r\033[K%s %zu/%zu %s", bar.c_str(), done_, total_, name.c_str());
  std::fflush(stderr);
}

void Progress::start(const std::string& name) {
  const std::lock_guard lock(mutex_);
  draw("正在生成 " + name);
}

void Progress::finish(const std::string& name, const std::string& line) {
  const std::lock_guard lock(mutex_);
  ++done_;
  clear();
  std::fprintf(stderr, "%s\n", line.c_str());
  draw(name);
}

}  // namespace gongkai
