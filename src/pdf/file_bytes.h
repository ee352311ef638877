// A file read piece by piece.
#pragma once

#include <cstddef>
#include <string>

namespace gongkai::pdf {

class FileBytes {
 public:
  explicit FileBytes(const std::string& path);
  ~FileBytes();
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  /// Copies `size` bytes from `at` on to `to`; false when they are not all there.
  bool read(std::size_t at, std::size_t size, char* to) const;

 private:
  int file_ = -1;
};

}  // namespace gongkai::pdf
