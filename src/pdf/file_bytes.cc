#include "pdf/file_bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace gongkai::pdf {

FileBytes::FileBytes(const std::string& path) : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

FileBytes::~FileBytes() {
  if (file_ >= 0) close(file_);
}

bool FileBytes::read(std::size_t at, std::size_t size, char* to) const {
  while (size > 0) {
    const ssize_t got = pread(file_, to, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += static_cast<std::size_t>(got);
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace gongkai::pdf
