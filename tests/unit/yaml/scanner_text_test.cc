// Stand-ins for what libyaml refuses.
#include "yaml/scanner_text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr FileId kFile = 0;

TEST(ScannerText, IsTheSourceWhenNothingNeedsCare) {
  const std::string plain = "甲: “一”，二\n\t# 三\r\n乙: {丙: 1}\n";
  const ScannerText scanned(LineIndex(kFile, plain));
  EXPECT_EQ(scanned.text().data(), plain.data());
  EXPECT_EQ(scanned.restore("一\U000F0007"), "一\U000F0007");
}

TEST(ScannerText, KeepsTheNumberOfCharactersAndGivesThemBack) {
  for (const std::string odd :
       {"\x01", "\x1F", "\x7F", "\u0080", "\u0085", "\u009F", "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\uFFFF", "\r"}) {
    const std::string source = "甲" + odd + "乙";
    const ScannerText scanned(LineIndex(kFile, source));
    EXPECT_NE(scanned.text(), source);
    EXPECT_EQ(count_characters(scanned.text()), 3U);
    EXPECT_EQ(scanned.restore(scanned.text()), source);
  }
}

TEST(ScannerText, TakesOnlyWholeLineEndsForLineEnds) {
  const std::string source = "甲\r\n\r乙\r\r\n \t\t \n丙\r";
  const ScannerText scanned(LineIndex(kFile, source));
  EXPECT_EQ(scanned.text(), "甲\r\n\U000F000D乙\U000F000D\r\n    \n丙\U000F000D");
  EXPECT_EQ(scanned.restore("乙\U000F000D"), "乙\r");
}

TEST(ScannerText, LeavesAloneWhatOnlyLooksAlike) {
  for (const std::string even :
       {"\t", "\u00A0", "\u2027", "\u202F", "\u3000", "\uFFFD", "\U0001F600", "甲: {", "'甲':,"}) {
    const std::string source = "乙" + even + "丙";
    EXPECT_EQ(ScannerText(LineIndex(kFile, source)).text(), source);
  }
}

}  // namespace
}  // namespace gongkai
