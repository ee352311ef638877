// Stand-ins for what libyaml refuses.
#include "yaml/scanner_text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gongkai {
namespace {

TEST(ScannerText, IsTheSourceWhenNothingNeedsCare) {
  const std::string plain = "甲: “一”，二\n\t# 三\r\n乙: {丙: 1}\n";
  const ScannerText scanned(plain);
  EXPECT_EQ(scanned.text().data(), plain.data());
  EXPECT_EQ(scanned.restore("一\U000F0007"), "一\U000F0007");
}

TEST(ScannerText, KeepsTheNumberOfCharactersAndGivesThemBack) {
  for (const std::string odd :
       {"\x01", "\x1F", "\x7F", "\u0080", "\u0085", "\u009F", "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\uFFFF"}) {
    const std::string source = "甲" + odd + "乙";
    const ScannerText scanned(source);
    EXPECT_NE(scanned.text(), source);
    EXPECT_EQ(count_characters(scanned.text()), 3U);
    EXPECT_EQ(scanned.restore(scanned.text()), source);
  }
}

TEST(ScannerText, LeavesAloneWhatOnlyLooksAlike) {
  for (const std::string even :
       {"\t", "\u00A0", "\u2027", "\u202F", "\u3000", "\uFFFD", "\U0001F600", "甲: {", "'甲':,"}) {
    const std::string source = "乙" + even + "丙";
    EXPECT_EQ(ScannerText(source).text(), source);
  }
}

}  // namespace
}  // namespace gongkai
