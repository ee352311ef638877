#include "yaml/unprintable.h"

#include <algorithm>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_unprintable(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r' || c == 0x85) return false;
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == kReplacement || (c & 0xFFFEU) == 0xFFFE;
}

/// False for nearly every byte of a text: no character that cannot be printed, and none without width, begins with it.
bool may_begin_odd_one(char byte) {
  const auto lead = static_cast<unsigned char>(byte);
  if (lead < 0x80) return lead < 0x20 || lead == 0x7F;
  return lead == 0xC2 || lead == 0xE2 || lead >= 0xEF;
}

bool has_no_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

std::string code_point(char32_t c) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string digits;
  for (; c != 0 || digits.size() < 4; c >>= 4U) digits.insert(digits.begin(), kHex[c & 15U]);
  return "U+" + digits;
}

}  // namespace

std::optional<Unprintable> find_unprintable(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin_odd_one(text[at])) continue;
    std::size_t after = at;
    const char32_t c = next_character(text, after);
    if (is_unprintable(c)) return Unprintable{count_characters(text.substr(0, at)), c};
  }
  return std::nullopt;
}

void report_unprintable(char32_t character, Span span, Diagnostics& diagnostics) {
  if (character == kReplacement) {
    diagnostics.error("E0236", span, "这里有“�”：原来的字在转换编码时丢了", "请对照原文补上这个字");
  } else {
    diagnostics.error("E0236", span, "这里有看不见的控制字符（" + code_point(character) + "）",
                      "多半是从别处粘贴来的：请删去这段，重新输入");
  }
}

std::string visible_key(std::string key) {
  if (std::ranges::none_of(key, may_begin_odd_one)) return key;
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = next_character(key, at);
    if (!has_no_width(c)) append_utf8(out, c);
  }
  return out;
}

}  // namespace gongkai
