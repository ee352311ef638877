#include "layout/font_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>

namespace gongkai {
namespace {

constexpr std::uint32_t tag(char a, char b, char c, char d) {
  const auto byte = [](char value) { return static_cast<std::uint32_t>(static_cast<unsigned char>(value)); };
  return byte(a) << 24 | byte(b) << 16 | byte(c) << 8 | byte(d);
}

/// Big-endian numbers at given places of a file. What stands around one is read with it: directories are read through.
class FontReader {
 public:
  explicit FontReader(const std::filesystem::path& path) : in_(path, std::ios::binary) {
    in_.seekg(0, std::ios::end);
    size_ = in_ ? static_cast<std::uint64_t>(in_.tellg()) : 0;
  }

  bool open() const { return in_.is_open(); }
  std::uint64_t size() const { return size_; }

  std::optional<std::uint32_t> number(std::uint64_t at, std::size_t bytes) {
    if (at + bytes > size_) return std::nullopt;
    if ((at < start_ || at + bytes > start_ + piece_.size()) && !read_piece(at)) return std::nullopt;
    std::uint32_t value = 0;
    for (const char byte : std::string_view(piece_).substr(at - start_, bytes)) {
      value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
  }

 private:
  /// False when the file has less than its size says.
  bool read_piece(std::uint64_t at) {
    constexpr std::uint64_t kPiece = 4096;
    start_ = at;
    piece_.resize(std::min(kPiece, size_ - at));
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(at));
    in_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
    if (!in_) piece_.clear();
    return !piece_.empty();
  }

  std::ifstream in_;
  std::uint64_t size_ = 0;
  std::uint64_t start_ = 0;  ///< of `piece_` in the file
  std::string piece_;
};

constexpr std::uint64_t kDirectoryHeader = 12;
constexpr std::uint64_t kDirectoryEntry = 16;

bool is_font_version(std::uint32_t version) {
  return version == tag('O', 'T', 'T', 'O') || version == 0x00010000 || version == tag('t', 'r', 'u', 'e');
}

std::string check_directory(FontReader& file, std::uint64_t at) {
  const auto version = file.number(at, 4);
  const auto tables = file.number(at + 4, 2);
  if (!version || !tables || !is_font_version(*version)) {
    return "不是 OpenType 字体（.otf、.ttf、.ttc）";
  }
  for (std::uint64_t i = 0; i < *tables; ++i) {
    const std::uint64_t entry = at + kDirectoryHeader + i * kDirectoryEntry;
    const auto offset = file.number(entry + 8, 4);
    const auto length = file.number(entry + 12, 4);
    if (!offset || !length || std::uint64_t{*offset} + *length > file.size()) {
      return "文件不完整：只有 " + std::to_string(file.size()) + " 字节，后面的内容没有了";
    }
  }
  return {};
}

}  // namespace

std::string find_font_file_problem(const std::filesystem::path& path) {
  FontReader file(path);
  if (!file.open()) {
    return "读不了";
  }
  if (file.number(0, 4) != tag('t', 't', 'c', 'f')) {
    return check_directory(file, 0);
  }
  const auto faces = file.number(8, 4);
  if (!faces || *faces == 0) {
    return "字体集是空的";
  }
  for (std::uint64_t i = 0; i < *faces; ++i) {
    const auto offset = file.number(kDirectoryHeader + 4 * i, 4);
    if (!offset) {
      return "文件不完整：字体集的目录被截断";
    }
    if (std::string problem = check_directory(file, *offset); !problem.empty()) {
      return problem;
    }
  }
  return {};
}

}  // namespace gongkai
