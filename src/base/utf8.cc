#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace gongkai {
namespace {

struct Decoded {
  char32_t value = 0xFFFD;
  std::size_t length = 1;
  bool valid = false;
};

bool is_continuation(unsigned char c) {
  return (c & 0xC0U) == 0x80U;
}

/// How many bytes from `at` on are ASCII, as far as they come in eights.
std::size_t ascii_eights(std::string_view text, std::size_t at) {
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  const std::size_t begin = at;
  for (; text.size() - at >= kEight; at += kEight) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, kEight);
    if ((bytes & kHighBits) != 0) break;
  }
  return at - begin;
}

/// Three bytes of the kind most Chinese text consists of, valid whatever their values.
bool is_plain_triple(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead > 0xE0 && lead < 0xED && is_continuation(static_cast<unsigned char>(text[at + 1])) &&
         is_continuation(static_cast<unsigned char>(text[at + 2]));
}

char32_t plain_triple(std::string_view text, std::size_t at) {
  const auto bits = [&](std::size_t i, unsigned mask) { return static_cast<unsigned char>(text[at + i]) & mask; };
  return bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
}

Decoded decode_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  if (is_plain_triple(text, at)) return {plain_triple(text, at), 3, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || at + length > text.size()) return {};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto c = static_cast<unsigned char>(text[at + i]);
    if (!is_continuation(c)) return {};
    value = (value << 6U) | (c & 0x3FU);
  }
  static constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest.at(length) || surrogate || value > 0x10FFFF) return {};
  return {value, length, true};
}

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at += std::max<std::size_t>(ascii_eights(text, at), 1);
    } else if (is_plain_triple(text, at)) {
      at += 3;
    } else {
      const Decoded d = decode_at(text, at);
      if (!d.valid) return at;
      at += d.length;
    }
  }
  return std::nullopt;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const Decoded d = decode_at(text, at);
  at += d.length;
  return d.value;
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) out.push_back(next_character(text, at));
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (c >> 12U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | (c >> 18U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  }
}

std::string encode_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(3 * text.size());
  for (char32_t c : text) append_utf8(out, c);
  return out;
}

int display_width(char32_t c) {
  if (c == 0 || in(c, 0x0300, 0x036F) || in(c, 0x200B, 0x200F) || c == 0x2060 || c == 0xFEFF) return 0;
  // East Asian Width W and F; curly quotes and the dash pair are set full width in Chinese text.
  const bool wide = in(c, 0x1100, 0x115F) || in(c, 0x2E80, 0x303E) || in(c, 0x3041, 0x33FF) || in(c, 0x3400, 0x4DBF) ||
                    in(c, 0x4E00, 0x9FFF) || in(c, 0xA000, 0xA4CF) || in(c, 0xAC00, 0xD7A3) || in(c, 0xF900, 0xFAFF) ||
                    in(c, 0xFE30, 0xFE4F) || in(c, 0xFF00, 0xFF60) || in(c, 0xFFE0, 0xFFE6) ||
                    in(c, 0x1F300, 0x1FAFF) || in(c, 0x20000, 0x3FFFD);
  return wide ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_character(text, at));
  return width;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string normalize_key(std::string_view key) {
  const std::string_view inner = trim(key);
  const bool as_it_is = inner.find('(') == std::string_view::npos && inner.find(')') == std::string_view::npos;
  if (as_it_is) return std::string(inner);
  std::string out;
  for (std::size_t at = 0; at < inner.size();) {
    const char32_t c = next_character(inner, at);
    append_utf8(out, c == U'(' ? U'（' : c == U')' ? U'）' : c);
  }
  return out;
}

}  // namespace gongkai
