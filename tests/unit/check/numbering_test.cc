#include "check/numbering.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

/// Warnings for a 长文 of these lines, as "line number:columns".
std::vector<std::string> warned(const std::vector<std::string>& lines) {
  AuthoredValue text{.kind = ValueKind::LongText};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text.lines.push_back({lines[i], {.file = 0, .line = static_cast<std::uint32_t>(i + 1), .column = 3}});
  }
  Diagnostics found;
  check_numbering(text, found);
  std::vector<std::string> places;
  for (const Diagnostic& d : found.items()) {
    places.push_back(std::to_string(d.span.line) + ":" + std::to_string(d.span.length));
  }
  return places;
}

using Places = std::vector<std::string>;

TEST(LineNumber, ReadsTheFourWays) {
  EXPECT_EQ(read_line_number("二十一、其他").value, 21);
  EXPECT_EQ(read_line_number("十、其他").value, 10);
  EXPECT_EQ(read_line_number("（三）其他").level, 2);
  EXPECT_EQ(read_line_number("12. 其他").value, 12);
  EXPECT_EQ(read_line_number("3、其他").level, 3);
  EXPECT_EQ(read_line_number("(4)其他").level, 4);
}

TEST(LineNumber, LeavesOtherFiguresAlone) {
  for (const char* text : {"2024年", "1.5万元", "三公经费", "3个月", "（略）", "10~20人", "2024. 完"}) {
    EXPECT_EQ(read_line_number(text).level, 0) << text;
  }
}

TEST(Numbering, NoticesGapsAndDoubles) {
  EXPECT_EQ(warned({"1. 甲", "2. 乙", "3. 丙", "5. 丁"}), Places{"4:2"});
  EXPECT_EQ(warned({"（1）甲", "（1）乙"}), Places{"2:3"});
  EXPECT_EQ(warned({"一、甲", "三、乙"}), Places{"2:2"});
}

TEST(Numbering, AcceptsListsOfTheirOwn) {
  EXPECT_EQ(warned({"一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"}), Places());
  EXPECT_EQ(warned({"3. 接着上一段编号", "4. 甲"}), Places());
  EXPECT_EQ(warned({"1. 甲", "2. 乙", "另有一段话：", "1. 子", "2. 丑"}), Places());
}

}  // namespace
}  // namespace gongkai
