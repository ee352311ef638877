#include "yaml/unprintable.h"

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
  std::size_t at = 0;
  for (const char32_t c : decode_utf8(text)) {
    if (is_unprintable(c)) return Unprintable{at, c};
    ++at;
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

std::string visible_key(std::string_view key) {
  std::string out;
  for (const char32_t c : decode_utf8(key)) {
    if (!has_no_width(c)) append_utf8(out, c);
  }
  return out;
}

}  // namespace gongkai
