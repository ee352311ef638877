#include "expr/parse.h"

#include <gtest/gtest.h>

#include <string>

#include "expr/substitute.h"

namespace gongkai {
namespace {

const Span kOrigin{0, 3, 10, 1};

ExprPtr parsed(const std::string& text) {
  Diagnostics diagnostics;
  ExprPtr expr = parse_expression(text, kOrigin, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << text << ": " << diagnostics.items().front().message;
  return expr;
}

Diagnostic error_of(const std::string& text) {
  Diagnostics diagnostics;
  EXPECT_EQ(parse_expression(text, kOrigin, diagnostics), nullptr) << text;
  EXPECT_EQ(diagnostics.items().size(), 1u) << text;
  return diagnostics.items().empty() ? Diagnostic{} : diagnostics.items().front();
}

TEST(ParseExpression, NameKeepsItsSegmentsAndVariables) {
  const ExprPtr expr = parsed("支出.[资金].[行.编码].基本支出");
  ASSERT_NE(expr, nullptr);
  EXPECT_EQ(expr->kind, ExprKind::Name);
  ASSERT_EQ(expr->name.size(), 4u);
  EXPECT_FALSE(expr->name[0].variable);
  EXPECT_TRUE(expr->name[1].variable);
  EXPECT_EQ(expr->name[2].text, "行.编码");
  EXPECT_EQ(expr->name[3].text, "基本支出");
}

TEST(ParseExpression, ANameWithoutVariablesIsKeptWhole) {
  EXPECT_EQ(parsed("支出.一般公共预算.208")->text, "支出.一般公共预算.208");
  EXPECT_EQ(parsed("支出.[资金].208")->text, "");
}

TEST(Substitute, TheWholeNameFollowsItsArguments) {
  const ExprPtr source = parsed("数.较上年");
  const ExprPtr total = parsed("收支总计");
  const ExprPtr loop = parsed("支出.[编码]");
  Diagnostics diagnostics;
  EXPECT_EQ(substitute(*source, {{"数", total.get()}}, diagnostics)->text, "收支总计.较上年");
  EXPECT_EQ(substitute(*source, {{"数", loop.get()}}, diagnostics)->text, "");
  EXPECT_EQ(substitute(*source, {}, diagnostics)->text, "数.较上年");
}

TEST(ParseExpression, RefusesAChainTooLongToWalk) {
  std::string chain = "甲";
  for (int i = 0; i < 400; ++i) chain += " + 乙";
  EXPECT_NE(parsed(chain), nullptr);
  for (int i = 0; i < 400; ++i) chain += " + 乙";
  EXPECT_EQ(error_of(chain).message, "式子太长");
}

TEST(ParseExpression, CodesAndFullWidthBracketsBelongToNames) {
  const ExprPtr expr = parsed("支出.一般公共预算.20801.基本支出 + 三公经费.因公出国（境）费");
  ASSERT_NE(expr, nullptr);
  EXPECT_EQ(expr->children[0]->name[2].text, "20801");
  EXPECT_EQ(expr->children[1]->name[1].text, "因公出国（境）费");
}

TEST(ParseExpression, OperatorsBindAsInArithmetic) {
  EXPECT_EQ(to_words(*parsed("甲 + 乙 × 丙")), "甲 ＋ 乙 乘以 丙");
  EXPECT_EQ(to_words(*parsed("(甲 + 乙) ÷ 丙")), "(甲 ＋ 乙) 除以 丙");
  EXPECT_EQ(to_words(*parsed("甲 - (乙 - 丙)")), "甲 － (乙 － 丙)");
  EXPECT_EQ(to_words(*parsed("甲 - 乙 - 丙")), "甲 － 乙 － 丙");
  EXPECT_EQ(to_words(*parsed("非 甲 = 0 且 乙 或 丙")), "不是（甲 等于 0） 并且 乙 或者 丙");
}

TEST(ParseExpression, FullWidthOperatorsMeanTheSame) {
  for (const auto& [half, full] :
       {std::pair("甲+乙", "甲＋乙"), std::pair("甲 - 乙", "甲－乙"), std::pair("甲*乙", "甲×乙"),
        std::pair("甲/乙", "甲÷乙"), std::pair("甲>=乙", "甲≥乙"), std::pair("甲 != 乙", "甲≠乙")}) {
    EXPECT_EQ(to_words(*parsed(half)), to_words(*parsed(full)));
  }
}

TEST(ParseExpression, NumbersPercentagesAndAmounts) {
  EXPECT_EQ(parsed("0.3")->number, (Decimal{3, 1}));
  EXPECT_EQ(parsed("80%")->number, (Decimal{80, 2}));
  EXPECT_EQ(parsed("50万元")->text, "万元");
  EXPECT_EQ(to_words(*parsed("幅度 > 12.5%")), "幅度 大于 12.5%");
}

TEST(ParseExpression, ConditionMayLackItsElse) {
  EXPECT_EQ(parsed("如果 甲 则 1 否则 2")->children.size(), 3u);
  EXPECT_EQ(parsed("如果 甲 则 1")->children.size(), 2u);
  EXPECT_EQ(parsed("如果 计数(列表) > 0 则 甲 否则 如果 乙 则 丙 否则 丁")->children[2]->kind, ExprKind::If);
}

TEST(ParseExpression, SelectionTakesWordsCodesAndVariables) {
  const ExprPtr expr = parsed("支出[资金: 财政拨款, 编码: 301、303, 列: [列]]");
  ASSERT_NE(expr, nullptr);
  ASSERT_EQ(expr->kind, ExprKind::Select);
  EXPECT_EQ(expr->text, "支出");
  ASSERT_EQ(expr->filters.size(), 3u);
  EXPECT_EQ(expr->filters[1].value->text, "301、303");
  EXPECT_EQ(expr->filters[2].value->kind, ExprKind::Name);
}

TEST(ParseExpression, CallsAreRecognisedByTheBracketBehindTheName) {
  const ExprPtr expr = parsed("连(筛(列表, 非 为零), 名称, '、')");
  ASSERT_NE(expr, nullptr);
  EXPECT_EQ(expr->kind, ExprKind::Call);
  EXPECT_EQ(expr->children[0]->text, "筛");
  EXPECT_EQ(expr->children[2]->text, "、");
}

TEST(ParseExpression, QuotesMayBeHalfOrFullWidth) {
  EXPECT_EQ(parsed("“持平”")->text, "持平");
  EXPECT_EQ(parsed("'持平'")->text, "持平");
}

struct WrongExpression {
  const char* text;
  std::uint32_t column;  ///< within the text, from 0
};

class ParseErrors : public testing::TestWithParam<WrongExpression> {};

TEST_P(ParseErrors, PointAtTheCharacter) {
  const Diagnostic error = error_of(GetParam().text);
  EXPECT_EQ(error.code, "E0501");
  EXPECT_EQ(error.span.line, kOrigin.line);
  EXPECT_EQ(error.span.column, kOrigin.column + GetParam().column) << GetParam().text << ": " << error.message;
  EXPECT_FALSE(error.message.empty());
}

INSTANTIATE_TEST_SUITE_P(Columns, ParseErrors,
                         testing::Values(WrongExpression{"", 0}, WrongExpression{"甲 +", 3},
                                         WrongExpression{"甲 乙", 2}, WrongExpression{"甲..乙", 2},
                                         WrongExpression{"(甲", 0}, WrongExpression{"'甲", 0},
                                         WrongExpression{"甲 + ！", 4}, WrongExpression{"如果 甲 乙", 5},
                                         WrongExpression{"支出[资金 财政]", 6}, WrongExpression{"和(甲, 乙", 6},
                                         WrongExpression{"208元人", 3}, WrongExpression{"支出.[资金", 3},
                                         WrongExpression{"且 甲", 0}));

TEST(ParseExpression, DeepNestingIsRefusedNotFatal) {
  error_of(std::string(5000, '('));
  error_of(std::string(5000, '-') + "1");
  std::string negations;
  for (int i = 0; i < 5000; ++i) negations += "非 ";
  error_of(negations + "甲");
  error_of(std::string(100'000, '1'));
}

TEST(ToWords, VariablesCanBeFilledIn) {
  const ExprPtr expr = parsed("支出[资金: [资金], 编码: 208] ÷ 支出合计.[资金]");
  const VariableWords words = [](const std::string& name) { return name == "资金" ? "政府性基金" : ""; };
  EXPECT_EQ(to_words(*expr, words), "“支出”账中资金为政府性基金、编码为208的金额之和 除以 支出合计.政府性基金");
}

TEST(ToWords, ReadingTheLedgerIsSaidPlainly) {
  EXPECT_EQ(to_words(*parsed("缺省(账基(公用经费.决算), 公用经费合计)")),
            "账本里的“公用经费.决算”，没有时取公用经费合计");
}

}  // namespace
}  // namespace gongkai
