// Waiting for files to be saved (inotify), and for the wish to stop (SIGINT, SIGTERM).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace gongkai {

/// From its construction on, SIGINT and SIGTERM no longer end the program but the next wait(): what is being written is
/// finished first. To be made before any thread.
class FileWatch {
 public:
  FileWatch();
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// Watches a folder and those below it; again and again without harm. 0, or the errno of the first that failed.
  int add_tree(const std::filesystem::path& folder);

  /// Waits until something was saved, removed or moved in, then a moment longer for what an editor does besides.
  /// The paths, without editors' own files; empty when the program was asked to stop.
  std::optional<std::set<std::filesystem::path>> wait();

 private:
  int add_folder(const std::filesystem::path& folder);
  void read_events(std::set<std::filesystem::path>& changed);
  bool stop_asked() const;

  int events_ = -1;
  int signals_ = -1;
  std::map<int, std::filesystem::path> folders_;
};

}  // namespace gongkai
