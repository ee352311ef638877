#include "workbook/verify_package.h"

#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>

namespace gongkai {
namespace {

// Record layouts of the ZIP format (APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16).
constexpr std::size_t kEndRecordSize = 22;
constexpr std::size_t kCentralHeaderSize = 46;
constexpr std::size_t kLocalHeaderSize = 30;
// No part of a disclosure comes near this; a damaged size must not make us reserve memory for it.
constexpr std::size_t kMaxPartSize = std::size_t{1} << 28;

std::size_t number_at(std::string_view data, std::size_t at, std::size_t bytes) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < bytes && at + i < data.size(); ++i) {
    value |= static_cast<std::size_t>(static_cast<unsigned char>(data[at + i])) << (8 * i);
  }
  return value;
}

struct Part {
  std::string name;
  std::size_t method = 0;
  std::size_t checksum = 0;
  std::size_t packed_size = 0;
  std::size_t size = 0;
  std::size_t header = 0;
};

/// Reads the parts of a package into one buffer after another.
class PackageReader {
 public:
  explicit PackageReader(std::string_view data)
      : data_(data), decompressor_(libdeflate_alloc_decompressor(), libdeflate_free_decompressor) {}

  /// The part's bytes, good until the next call; empty when they are not there whole.
  std::optional<std::string_view> unpack(const Part& part) {
    if (part.header + kLocalHeaderSize > data_.size() || part.size > kMaxPartSize) return std::nullopt;
    const std::size_t begin =
        part.header + kLocalHeaderSize + number_at(data_, part.header + 26, 2) + number_at(data_, part.header + 28, 2);
    if (begin > data_.size() || part.packed_size > data_.size() - begin) return std::nullopt;
    const std::string_view packed = data_.substr(begin, part.packed_size);
    if (part.method == 0) return packed;
    if (decompressor_ == nullptr) return std::nullopt;
    buffer_.resize(part.size);
    // Without a place for the true size, any other size than the stated one is a failure.
    const libdeflate_result result = libdeflate_deflate_decompress(decompressor_.get(), packed.data(), packed.size(),
                                                                   buffer_.data(), buffer_.size(), nullptr);
    return result == LIBDEFLATE_SUCCESS ? std::optional<std::string_view>(buffer_) : std::nullopt;
  }

 private:
  std::string_view data_;
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor_;
  std::string buffer_;
};

/// The document ends with the end tag of the element it began with.
bool xml_is_whole(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \r\n");
  const std::size_t declaration = text.find("?>");
  if (end == std::string_view::npos || declaration == std::string_view::npos) return false;
  text = text.substr(0, end + 1);
  const std::size_t root = text.find('<', declaration);
  if (root == std::string_view::npos) return false;
  const std::string_view name = text.substr(root + 1, text.find_first_of(" />", root) - root - 1);
  if (text.ends_with("</" + std::string(name) + ">")) return true;
  return text.ends_with("/>") && text.find('<', root + 1) == std::string_view::npos;
}

std::optional<Part> read_central(std::string_view data, std::size_t at) {
  if (at + kCentralHeaderSize > data.size() || data.substr(at, 4) != std::string_view("PK\1\2")) return std::nullopt;
  Part part;
  part.method = number_at(data, at + 10, 2);
  part.checksum = number_at(data, at + 16, 4);
  part.packed_size = number_at(data, at + 20, 4);
  part.size = number_at(data, at + 24, 4);
  part.header = number_at(data, at + 42, 4);
  part.name = data.substr(at + kCentralHeaderSize, number_at(data, at + 28, 2));
  return part;
}

std::string part_problem(PackageReader& package, const Part& part) {
  const std::optional<std::string_view> text = package.unpack(part);
  if (!text || text->size() != part.size) return "其中的 " + part.name + " 不完整";
  if (libdeflate_crc32(0, text->data(), text->size()) != part.checksum) return "其中的 " + part.name + " 校验不符";
  if (!xml_is_whole(*text)) return "其中的 " + part.name + " 被截断，多半是磁盘已满";
  return {};
}

}  // namespace

std::string package_problem(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::string_view data = content;
  // The library writes no archive comment, so the end record is the last 22 bytes.
  if (data.size() < kEndRecordSize || data.substr(data.size() - kEndRecordSize, 4) != std::string_view("PK\5\6")) {
    return "文件不完整";
  }
  const std::size_t end = data.size() - kEndRecordSize;
  const std::size_t count = number_at(data, end + 10, 2);
  std::size_t at = number_at(data, end + 16, 4);
  PackageReader package(data);
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<Part> part = read_central(data, at);
    if (!part) return "文件的目录不完整";
    std::string problem = part_problem(package, *part);
    if (!problem.empty()) return problem;
    at += kCentralHeaderSize + part->name.size() + number_at(data, at + 30, 2) + number_at(data, at + 32, 2);
  }
  return count > 0 ? std::string() : "文件是空的";
}

}  // namespace gongkai
