// What nobody sees: every code point held against the ranges it is defined by.
#include "yaml/unprintable.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gongkai {
namespace {

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_control(char32_t c) {
  return (in(c, 0, 0x1F) && c != U'\t' && c != U'\n' && c != U'\r') || (in(c, 0x7F, 0x9F) && c != 0x85);
}

bool turns_direction(char32_t c) {
  return in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069);
}

TEST(Unprintable, EveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (in(c, 0xD800, 0xDFFF)) continue;
    std::string text = "甲a";
    append_utf8(text, c);
    const bool expected = is_control(c) || turns_direction(c) || c == 0xFFFD || c % 0x10000 >= 0xFFFE;
    const auto found = find_unprintable(text + "乙");
    ASSERT_EQ(found.has_value(), expected) << static_cast<std::uint32_t>(c);
    if (found) {
      ASSERT_EQ(found->at, 2U);
      ASSERT_EQ(found->character, c);
    }
    const bool unseen = in(c, 0x200B, 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
    ASSERT_EQ(visible_key(text), unseen ? "甲a" : text) << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace gongkai
