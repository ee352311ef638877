#include "layout/file_mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gongkai {

std::shared_ptr<const FileMapping> FileMapping::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat about {};
  void* start = MAP_FAILED;
  const bool has_bytes = fstat(file, &about) == 0 && about.st_size > 0;
  const auto size = static_cast<std::size_t>(about.st_size);
  if (has_bytes) start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);  // the mapping stays
  if (start == MAP_FAILED) return nullptr;
  return std::shared_ptr<const FileMapping>(new FileMapping({static_cast<const char*>(start), size}));
}

FileMapping::~FileMapping() {
  munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

void FileMapping::let_go() const {
  madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

}  // namespace gongkai
