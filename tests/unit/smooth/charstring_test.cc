#include "charstring.h"

#include <gtest/gtest.h>

#include "cff_charstrings.h"

namespace gongkai::smooth {
namespace {

using std::string_literals::operator""s;

Segment line(Point from, Point to) {
  return {{from, from, to, to}, true};
}

std::string number(int value) {
  return std::string(1, static_cast<char>(value + 139));
}

TEST(Charstring, LinesAlongTheAxesAlternate) {
  const Outline square{{line({10, 20}, {60, 20}), line({60, 20}, {60, 70}), line({60, 70}, {10, 70})}};
  EXPECT_EQ(encode_charstring("", square),
            number(10) + number(20) + "\x15"s + number(50) + number(50) + number(-50) + "\x06\x0E"s);
}

TEST(Charstring, CurvesThatStartLevelAndEndUprightTakeFourOperands) {
  const Outline arc{{Segment{{{{0, 0}, {50, 0}, {100, 40}, {100, 90}}}, false}}};
  EXPECT_EQ(encode_charstring("", arc),
            number(0) + "\x04"s + number(50) + number(50) + number(40) + number(50) + "\x1F\x0E"s);
}

TEST(Charstring, NumbersTakeAsManyBytesAsTheyNeed) {
  const Outline far{{line({108, -108}, {1131, 1500})}};
  EXPECT_EQ(encode_charstring("", far), "\xF7\x00\xFB\x00\x15"s + "\xFA\x93"s + "\x1C\x06\x48"s + "\x05\x0E"s);
}

TEST(Charstring, KeepsTheWidthBeforeTheFirstOperator) {
  const std::string width = "\xF8\x88"s;
  const std::string with_width = width + number(1) + number(2) + "\x15\x0E"s;
  EXPECT_EQ(leading_width(with_width), width);
  EXPECT_EQ(leading_width(number(1) + number(2) + "\x15\x0E"s), "");
  EXPECT_EQ(leading_width(width + "\x0E"s), width);
  EXPECT_EQ(leading_width("\x0E"s), "");
  EXPECT_EQ(encode_charstring(width, {}), width + "\x0E"s);
}

TEST(CffCharstrings, DamagedTablesAreRefused) {
  const auto keep = [](unsigned, std::string_view charstring) { return std::string(charstring); };
  EXPECT_FALSE(replace_charstrings("", keep));
  EXPECT_FALSE(replace_charstrings("\x01\x00\x04\x01"s, keep));
  EXPECT_FALSE(replace_charstrings(std::string(400, '\xFF'), keep));
}

}  // namespace
}  // namespace gongkai::smooth
