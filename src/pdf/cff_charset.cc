#include "pdf/cff_charset.h"

#include <cstddef>

namespace gongkai::pdf {
namespace {

constexpr int kCharset = 15;
constexpr int kCharStrings = 17;
constexpr int kRos = 1200 + 30;  // escaped operators as 1200 + second byte

struct TopDict {
  std::size_t charset = 0;
  std::size_t char_strings = 0;
  bool cid_keyed = false;
};

/// Reads big-endian numbers; outside the table it answers 0 and remembers that.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::size_t number(std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + size; ++i) value = value << 8U | byte(i);
    return value;
  }
  bool sound() const { return sound_; }

  /// The offset after the INDEX at `at`.
  std::size_t skip_index(std::size_t at) {
    const std::size_t count = number(at, 2);
    if (count == 0) return at + 2;
    const std::size_t width = number(at + 2, 1);
    return at + 3 + (count + 1) * width - 1 + number(at + 3 + count * width, width);
  }

  std::string_view first_of_index(std::size_t at) {
    const std::size_t count = number(at, 2);
    const std::size_t width = number(at + 2, 1);
    const std::size_t data = at + 3 + (count + 1) * width - 1;
    const std::size_t from = data + number(at + 3, width);
    const std::size_t to = data + number(at + 3 + width, width);
    if (!sound_ || count == 0 || from > to || to > bytes_.size()) {
      sound_ = false;
      return {};
    }
    return bytes_.substr(from, to - from);
  }

 private:
  std::size_t byte(std::size_t at) {
    if (at < bytes_.size()) return static_cast<unsigned char>(bytes_[at]);
    sound_ = false;
    return 0;
  }

  std::string_view bytes_;
  bool sound_ = true;
};

/// Length of a real number: nibbles up to the end mark F.
std::size_t real_length(std::string_view dict, std::size_t at) {
  std::size_t end = at + 1;
  while (end < dict.size() && (static_cast<unsigned char>(dict[end]) & 15U) != 15U) ++end;
  return end + 1 - at;
}

TopDict read_top_dict(std::string_view dict) {
  TopDict top;
  Reader reader(dict);
  std::size_t operand = 0;
  for (std::size_t at = 0; at < dict.size();) {
    const auto first = static_cast<int>(reader.number(at, 1));
    if (first <= 21) {
      const int code = first == 12 ? 1200 + static_cast<int>(reader.number(at + 1, 1)) : first;
      if (code == kCharset) top.charset = operand;
      if (code == kCharStrings) top.char_strings = operand;
      if (code == kRos) top.cid_keyed = true;
      at += first == 12 ? 2 : 1;
    } else if (first == 28 || first == 29) {
      operand = reader.number(at + 1, first == 28 ? 2 : 4);
      at += first == 28 ? 3 : 5;
    } else if (first == 30) {
      at += real_length(dict, at);
    } else if (first <= 246) {
      operand = static_cast<std::size_t>(first < 139 ? 0 : first - 139);
      at += 1;
    } else {
      // The negative range never holds an offset.
      operand = first <= 250 ? static_cast<std::size_t>(first - 247) * 256 + reader.number(at + 1, 1) + 108 : 0;
      at += 2;
    }
  }
  return top;
}

}  // namespace

std::optional<std::vector<std::uint32_t>> read_cids(std::string_view cff) {
  Reader reader(cff);
  const std::size_t top_index = reader.skip_index(reader.number(2, 1));
  const TopDict top = read_top_dict(reader.first_of_index(top_index));
  const std::size_t count = reader.number(top.char_strings, 2);
  if (!reader.sound() || top.char_strings == 0 || count == 0) return std::nullopt;
  std::vector<std::uint32_t> cids{0};
  if (!top.cid_keyed || top.charset <= 2) {
    while (cids.size() < count) cids.push_back(static_cast<std::uint32_t>(cids.size()));
    return cids;
  }
  const std::size_t format = reader.number(top.charset, 1);
  if (format > 2) return std::nullopt;
  for (std::size_t at = top.charset + 1; cids.size() < count && reader.sound();) {
    const std::size_t first = reader.number(at, 2);
    const std::size_t more = format == 0 ? 0 : reader.number(at + 2, format);
    for (std::size_t i = 0; i <= more && cids.size() < count; ++i)
      cids.push_back(static_cast<std::uint32_t>(first + i));
    at += 2 + format;
  }
  if (!reader.sound()) return std::nullopt;
  return cids;
}

}  // namespace gongkai::pdf
