// Small decisions out of fuzz bytes: the front of the input decides numbers, the rest is text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongkai::fuzz {

class ByteSource {
 public:
  ByteSource(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return rest_.empty(); }

  /// A number in [0, below); 0 when the bytes are used up.
  std::size_t below(std::size_t below) {
    std::size_t value = byte();
    if (below > 256) value = value << 8U | byte();
    return value % below;
  }

  /// Eight bytes as a number.
  std::int64_t integer() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8U | byte();
    return static_cast<std::int64_t>(value);
  }

  /// At most `size` bytes, not beyond the next line feed, which is used up.
  std::string_view line(std::size_t size) {
    const std::string_view part = rest_.substr(0, std::min({size, rest_.find('\n'), rest_.size()}));
    rest_.remove_prefix(part.size());
    if (rest_.starts_with('\n')) rest_.remove_prefix(1);
    return part;
  }

  std::string_view rest() const { return rest_; }

 private:
  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::string_view rest_;
};

}  // namespace gongkai::fuzz
