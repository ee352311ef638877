#pragma once

#include <cstddef>
#include <mutex>
#include <string>

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
  void draw(const std::string& name);
  void clear();

  std::mutex mutex_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool terminal_;
};

/// Whether standard error (output) is a terminal that wants colour.
bool error_is_terminal();
bool output_is_terminal();

}  // namespace gongkai
