#include "app/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"

namespace gongkai {
namespace {

std::size_t terminal_columns() {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

/// As many characters as fit into the cells, with an ellipsis for the rest.
std::string cut(const std::string& text, std::size_t cells) {
  if (static_cast<std::size_t>(display_width(text)) <= cells) return text;
  std::string out;
  std::size_t used = 2;
  for (const char32_t c : decode_utf8(text)) {
    used += static_cast<std::size_t>(display_width(c));
    if (used > cells) break;
    append_utf8(out, c);
  }
  return out + "…";
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, const std::vector<std::string>& running,
                          std::size_t columns) {
  const std::size_t cells = std::clamp<std::size_t>(columns / 3, 8, 30);
  const std::size_t filled = total == 0 ? cells : done * cells / total;
  std::string line;
  for (std::size_t i = 0; i < cells; ++i) line += i < filled ? "█" : "░";
  line += " " + std::to_string(done) + "/" + std::to_string(total);
  for (std::size_t i = 0; i < running.size(); ++i) line += (i == 0 ? " 正在生成 " : "、") + running[i];
  return cut(line, columns == 0 ? 0 : columns - 1);
}

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

void Progress::draw() {
  if (!terminal_) return;
  std::fprintf(stderr, "\r\033[K%s", progress_line(done_, total_, running_, terminal_columns()).c_str());
  std::fflush(stderr);
}

void Progress::start(const std::string& name) {
  const std::lock_guard lock(mutex_);
  running_.push_back(name);
  draw();
}

void Progress::finish(const std::string& name, const std::string& line) {
  const std::lock_guard lock(mutex_);
  ++done_;
  if (const auto it = std::ranges::find(running_, name); it != running_.end()) running_.erase(it);
  clear();
  std::fprintf(stderr, "%s\n", line.c_str());
  draw();
}

}  // namespace gongkai
