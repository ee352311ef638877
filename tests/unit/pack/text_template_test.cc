#include "pack/text_template.h"

#include <gtest/gtest.h>

#include "pack/literal_check.h"

namespace gongkai {
namespace {

constexpr Span kOrigin{.file = 0, .line = 3, .column = 5, .length = 1};

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& item : diagnostics.items()) found.push_back(item.code);
  return found;
}

TEST(TextTemplate, CutsLiteralsAndValues) {
  Diagnostics diagnostics;
  const TextTemplate text = parse_text_template("收、支总计{收支总计|元}元。", kOrigin, diagnostics);
  ASSERT_EQ(text.pieces.size(), 3U);
  EXPECT_EQ(text.pieces[0].literal, "收、支总计");
  EXPECT_EQ(text.pieces[1].format, "元");
  ASSERT_NE(text.pieces[1].expr, nullptr);
  EXPECT_EQ(text.pieces[1].expr->kind, ExprKind::Name);
  EXPECT_EQ(text.pieces[2].literal, "元。");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(TextTemplate, KnowsTheColumnOfAValueInCharacters) {
  Diagnostics diagnostics;
  const TextTemplate text = parse_text_template("收、支总计{收支总计}", kOrigin, diagnostics);
  EXPECT_EQ(text.pieces[1].span.column, 10U);
  EXPECT_EQ(text.pieces[1].expr->span.column, 11U);
}

TEST(TextTemplate, DoubledBraceIsABrace) {
  Diagnostics diagnostics;
  const TextTemplate text = parse_text_template("{{甲}{乙}", kOrigin, diagnostics);
  ASSERT_EQ(text.pieces.size(), 2U);
  EXPECT_EQ(text.pieces[0].literal, "{甲}");
}

TEST(TextTemplate, QuotesHideBracesAndBars) {
  Diagnostics diagnostics;
  const TextTemplate text = parse_text_template("{连(甲, 名称, '|}')}后", kOrigin, diagnostics);
  ASSERT_EQ(text.pieces.size(), 2U);
  EXPECT_EQ(text.pieces[0].format, "");
  EXPECT_EQ(text.pieces[1].literal, "后");
}

TEST(TextTemplate, ReportsWhatCannotBeRead) {
  Diagnostics diagnostics;
  parse_text_template("甲{乙", kOrigin, diagnostics);
  parse_text_template("甲{ }", kOrigin, diagnostics);
  parse_text_template("甲{乙|三位}", kOrigin, diagnostics);
  EXPECT_EQ(codes(diagnostics), (std::vector<std::string>{"E0534", "E0534", "E0534"}));
  EXPECT_EQ(diagnostics.items()[0].span.column, 6U);
}

struct LiteralCase {
  const char* text;
  const char* code;
};

class Literal : public testing::TestWithParam<LiteralCase> {};

TEST_P(Literal, IsChecked) {
  Diagnostics diagnostics;
  check_literal(GetParam().text, kOrigin, diagnostics);
  const std::vector<std::string> expected =
      GetParam().code[0] == '\0' ? std::vector<std::string>{} : std::vector<std::string>{GetParam().code};
  EXPECT_EQ(codes(diagnostics), expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, Literal,
                         testing::Values(LiteralCase{"支出1,945.8万元", "E0535"}, LiteralCase{"完成98 %", "E0535"},
                                         LiteralCase{"占９％", "E0535"}, LiteralCase{"各增加（减少）", "E0536"},
                                         LiteralCase{"××单位", "E0536"}, LiteralCase{"用于……", "E0536"},
                                         LiteralCase{"截止2023年12月31日", "W0501"},
                                         LiteralCase{"支出决算表（公开05表）", ""}, LiteralCase{"3个批次，12月", ""},
                                         LiteralCase{"元旦", ""}));

TEST(LiteralCheck, PointsAtTheFigure) {
  Diagnostics diagnostics;
  check_literal("支出1,945.8万元", kOrigin, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].span.column, 7U);
  EXPECT_EQ(diagnostics.items()[0].span.length, 9U);
}

}  // namespace
}  // namespace gongkai
