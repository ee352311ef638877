#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// A progress bar on a terminal, plain lines elsewhere. Writes to standard error. Thread-safe.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void start(const std::string& name);
  /// `line` is printed above the bar (terminal) or as it is.
  void finish(const std::string& name, const std::string& line);

 private:
  void draw();
  void clear();

  std::mutex mutex_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool terminal_;
  std::vector<std::string> running_;  ///< in the order they were started
};

/// The bar: "████░░ 3/10 正在生成 甲、乙", cut to `columns` display cells so that it stays on one line.
std::string progress_line(std::size_t done, std::size_t total, const std::vector<std::string>& running,
                          std::size_t columns);

/// Whether standard error (output) is a terminal that wants colour.
bool error_is_terminal();
bool output_is_terminal();

}  // namespace gongkai
