#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "base/suggest.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

TEST(Utf8, FindsInvalidSequences) {
  EXPECT_FALSE(find_invalid_utf8("部门𠮷").has_value());
  EXPECT_EQ(find_invalid_utf8("a\xC0\x80"), 1U);     // overlong
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);  // surrogate
  EXPECT_EQ(find_invalid_utf8("部\xE9\x83"), 3U);    // cut
}

// The two ways through a text find the same: decoding puts U+FFFD where checking stops.
TEST(Utf8, CheckingAndDecodingAgree) {
  const std::string_view pieces[] = {"a",
                                     "\u00e9",
                                     "中",
                                     "文。",
                                     "\uFFFC",
                                     "\U00020000",
                                     "\xE4\xB8",
                                     "\xED\xA0\x80",
                                     "\xE0\x80\x80",
                                     "\xFF",
                                     "\xEF\xBF",
                                     "\xE1\x80",
                                     "\xF4\x90\x80\x80"};
  unsigned seed = 1;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int count = round % 7; count > 0; --count) {
      seed = seed * 1664525U + 1013904223U;
      text += pieces[(seed >> 16U) % std::size(pieces)];
    }
    const std::u32string decoded = decode_utf8(text);
    const std::size_t wrong = decoded.find(U'\uFFFD');
    const auto found = find_invalid_utf8(text);
    ASSERT_EQ(found.has_value(), wrong != std::u32string::npos) << round;
    if (found) {
      ASSERT_EQ(*found, encode_utf8(decoded.substr(0, wrong)).size()) << round;
    }
  }
}

TEST(Utf8, RoundTrips) {
  EXPECT_EQ(encode_utf8(decode_utf8("公开09表 “三公”𠮷")), "公开09表 “三公”𠮷");
}

TEST(DisplayWidth, CountsHanAsTwo) {
  EXPECT_EQ(display_width("部门: {"), 7);
  EXPECT_EQ(display_width("，"), 2);
}

TEST(NormalizeKey, FoldsBracketsAndBlanks) {
  EXPECT_EQ(normalize_key(" 因公出国(境)费 "), "因公出国（境）费");
}

TEST(Suggest, TakesAShortFormForTheOneItShortens) {
  const std::vector<std::string> kinds = {"行政单位", "参照公务员法管理事业单位", "公益一类事业单位", "其他事业单位"};
  EXPECT_EQ(nearest("参公单位", kinds), "参照公务员法管理事业单位");
  EXPECT_EQ(nearest("行政单们", kinds), "行政单位") << "one edit away";
  EXPECT_EQ(nearest("事业单位", kinds), "行政单位") << "shortens several: the nearest, as ever";
}

TEST(Suggest, FindsTheNearestName) {
  const std::vector<std::string> names = {"基本支出", "项目支出", "差异原因"};
  EXPECT_EQ(did_you_mean("项目支处", names), "是不是“项目支出”？");
  EXPECT_EQ(did_you_mean("完全不同的词", names), "");
  EXPECT_EQ(did_you_mean("项目支出", names), "是不是“基本支出”？");
}

TEST(Suggest, NamesNeitherTheWordItselfNorNothingNorAWordWithoutACommonCharacter) {
  const std::vector<std::string> names = {"", "甲", "乙"};
  EXPECT_EQ(did_you_mean("甲", names), "");
  EXPECT_EQ(did_you_mean("丙", names), "");
  EXPECT_EQ(did_you_mean("甲乙", names), "是不是“甲”？");
}

TEST(Suggest, ListsWhatThereIsWhenNothingIsNear) {
  EXPECT_EQ(did_you_mean_or_list("项目支处", std::vector<std::string>{"项目支出", "甲"}), "是不是“项目支出”？");
  EXPECT_EQ(did_you_mean_or_list("项目支处", std::vector<std::string>{"甲", "乙"}), "现有：甲、乙");
  EXPECT_EQ(did_you_mean_or_list("项目支处", std::vector<std::string>(13, "甲")),
            "现有：甲、甲、甲、甲、甲、甲、甲、甲、甲、甲、甲、甲 等 13 个");
  EXPECT_EQ(did_you_mean_or_list("项目支处", {}), "");
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

TEST(Diagnostic, ShowsWhatATerminalWouldObey) {
  Sources sources;
  const FileId file = sources.add("甲\n乙.yaml", "名称: \x1B[2J甲\u200B乙\n");
  Diagnostics diagnostics;
  diagnostics.error("E0236", {file, 1, 10, 1}, "有“\x1B[2J\r”");
  EXPECT_EQ(render_text(diagnostics.items()[0], sources),
            "甲␊乙.yaml:1:10: 错误 E0236 有“␛[2J␍”\n"
            "    名称: ␛[2J甲�乙\n"
            "                ^\n");
}

TEST(Diagnostic, CutsWhatNobodyWouldReadToTheEnd) {
  Sources sources;
  const FileId file = sources.add("甲.yaml", std::string(300, 'x') + "\n");
  Diagnostics diagnostics;
  diagnostics.error("E0212", {file, 1, 200, 1}, std::string(5'000, 'y'));
  EXPECT_LT(render_text(diagnostics.items()[0], sources).size(), 1'000U);
}

TEST(Diagnostics, ShowsTheFirstThousandAndCountsAll) {
  Sources sources;
  const FileId file = sources.add("甲.yaml", std::string(3'000, '\n'));
  Diagnostics diagnostics;
  for (std::uint32_t line = 1; line <= 1'500; ++line) diagnostics.error("E0202", {file, line, 1, 1}, "行首");
  const std::string text = render_text(diagnostics, sources);
  EXPECT_NE(text.find("甲.yaml:1000:1"), std::string::npos);
  EXPECT_EQ(text.find("甲.yaml:1001:1"), std::string::npos);
  EXPECT_NE(text.find("还有 500 处没有列出\n共 1500 处错误"), std::string::npos);
}

TEST(Diagnostics, AreJsonWhateverBytesAPathHolds) {
  Sources sources;
  const FileId file = sources.add("\xC4\xEA.yaml", "");
  Diagnostics diagnostics;
  diagnostics.error("E0103", {file, 1, 1, 1}, "不是 UTF-8");
  EXPECT_FALSE(find_invalid_utf8(render_json(diagnostics, sources)));
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
