#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "base/suggest.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

TEST(Utf8, FindsInvalidSequences) {
  EXPECT_FALSE(find_invalid_utf8("部门𠮷").has_value());
  EXPECT_EQ(find_invalid_utf8("a\xC0\x80"), 1U);      // overlong
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);   // surrogate
  EXPECT_EQ(find_invalid_utf8("部\xE9\x83"), 3U);     // cut
}

TEST(Utf8, RoundTrips) { EXPECT_EQ(encode_utf8(decode_utf8("公开09表 “三公”𠮷")), "公开09表 “三公”𠮷"); }

TEST(DisplayWidth, CountsHanAsTwo) {
  EXPECT_EQ(display_width("部门: {"), 7);
  EXPECT_EQ(display_width("，"), 2);
}

TEST(NormalizeKey, FoldsBracketsAndBlanks) {
  EXPECT_EQ(normalize_key(" 因公出国(境)费 "), "因公出国（境）费");
}

TEST(Suggest, FindsTheNearestName) {
  const std::vector<std::string> names = {"基本支出", "项目支出", "差异原因"};
  EXPECT_EQ(did_you_mean("项目支处", names), "是不是“项目支出”？");
  EXPECT_EQ(did_you_mean("完全不同的词", names), "");
}

TEST(Diagnostic, PutsTheCaretUnderTheCharacter) {
  Sources sources;
  const FileId file = sources.add("甲/2024.yaml", "年度: 2024\n收入: {金额: 1,2}\n");
  Diagnostics diagnostics;
  diagnostics.error("E0203", {file, 2, 10, 3}, "千分位把金额切成了两半", "去掉逗号");
  EXPECT_EQ(render_text(diagnostics.items()[0], sources),
            "甲/2024.yaml:2:10: 错误 E0203 千分位把金额切成了两半\n"
            "    收入: {金额: 1,2}\n"
            "                 ^^^\n"
            "    怎么办：去掉逗号\n");
}

TEST(Diagnostics, SortsByPlaceAndDropsRepeats) {
  Diagnostics diagnostics;
  diagnostics.warning("W0001", {0, 3, 1, 1}, "后");
  diagnostics.error("E0001", {0, 1, 1, 1}, "先");
  diagnostics.error("E0001", {0, 1, 1, 1}, "先");
  diagnostics.sort_and_deduplicate();
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].message, "先");
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace gongkai
