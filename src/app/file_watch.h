// Waiting for files to be saved (inotify), and for the wish to stop (SIGINT, SIGTERM).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace gongkai {

/// What was saved, removed or moved since the last look, without editors' own files.
struct SavedFiles {
  std::set<std::filesystem::path> paths;
  std::set<std::filesystem::path> gone;  ///< those of them that were removed or moved away, and have not come back
  bool folders = false;                  ///< a folder came or went: what is watched may be another tree
};

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

  /// Waits until something was saved, removed or moved. A save is told of when it is complete (the file closed, or
  /// moved in), so only files saved together are waited for; longer when a file went away, for many editors first put
  /// the old one aside. Empty when the program was asked to stop.
  std::optional<SavedFiles> wait();

 private:
  int add_folder(const std::filesystem::path& folder);
  void read_events(SavedFiles& saved);
  bool stop_asked() const;

  int events_ = -1;
  int signals_ = -1;
  std::map<int, std::filesystem::path> folders_;
};

}  // namespace gongkai
