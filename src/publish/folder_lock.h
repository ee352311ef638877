// Only one run at a time publishes to a folder.
#pragma once

#include <filesystem>

namespace gongkai {

/// An exclusive lock held through a file; the file is gone when the lock is released. The system releases it when the
/// process dies, and a file left by a killed process is simply taken over.
class FolderLock {
 public:
  /// Waits until no other holds it. When it cannot be had, held() is false and error() is the errno.
  explicit FolderLock(std::filesystem::path path);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool held() const { return descriptor_ >= 0; }
  int error() const { return error_; }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  int error_ = 0;
};

}  // namespace gongkai
