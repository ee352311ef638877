// A font file mapped into memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace gongkai {

class FileMapping {
 public:
  /// Null when the file cannot be mapped, or is empty.
  static std::shared_ptr<const FileMapping> open(const std::string& path);
  ~FileMapping();
  FileMapping(const FileMapping&) = delete;
  FileMapping& operator=(const FileMapping&) = delete;

  std::string_view bytes() const { return bytes_; }
  /// Gives back the memory of what was read so far; it is read again when it is asked for.
  void let_go() const;

 private:
  explicit FileMapping(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace gongkai
