#include "publish/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace gongkai {
namespace {

int lock_waiting(int descriptor) {
  int result = 0;
  do {
    result = flock(descriptor, LOCK_EX);
  } while (result != 0 && errno == EINTR);
  return result;
}

/// The previous holder may have removed the file while we waited for it: then the lock is on a file nobody else sees.
bool is_still_there(int descriptor, const std::filesystem::path& path) {
  struct stat held {};
  struct stat seen {};
  return fstat(descriptor, &held) == 0 && stat(path.c_str(), &seen) == 0 && held.st_dev == seen.st_dev &&
         held.st_ino == seen.st_ino;
}

}  // namespace

FolderLock::FolderLock(std::filesystem::path path) : path_(std::move(path)) {
  constexpr mode_t kEveryone = 0666;  // less the umask
  while (true) {
    // Read-only is enough for a lock, and lets another user take over a file that is not theirs.
    const int descriptor = open(path_.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kEveryone);
    if (descriptor < 0) {
      error_ = errno;
      return;
    }
    if (lock_waiting(descriptor) != 0) {
      error_ = errno;
      close(descriptor);
      return;
    }
    if (is_still_there(descriptor, path_)) {
      descriptor_ = descriptor;
      return;
    }
    close(descriptor);
  }
}

FolderLock::~FolderLock() {
  if (descriptor_ < 0) return;
  unlink(path_.c_str());  // before the lock goes, or the next holder's file would be removed
  close(descriptor_);
}

}  // namespace gongkai
