// Where figures come from; control totals; texts that quote figures.
#include <gtest/gtest.h>

#include "facts/quotes.h"
#include "test_book.h"

namespace gongkai {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kBody =
    "收入:\n  一般公共预算:\n    2080101: 10.004\n    2080109: 5.004\n"
    "支出:\n  一般公共预算:\n    2080101: {基本支出: 10.004, 年初预算: 9}\n    2080109: {项目支出: 5.004}\n"
    "国有资产: {车辆: {应急保障用车: 2}, 百万元以上设备: 0}\n";

TEST(Provenance, ReachesTheLineThatWasWritten) {
  const TestBook book(kBody);
  const Fact* fact = book.find("一般公共预算财政拨款收入");
  ASSERT_EQ(fact->authored.size(), 2u);
  EXPECT_EQ(what_of(fact->authored[0]), "收入.一般公共预算.2080101");
  EXPECT_EQ(text_of(fact->authored[0]), "10.004万元");
  EXPECT_EQ(book.sources.describe(fact->authored[0].span), "/u/2024.yaml:5:14");
}

TEST(Provenance, SumsKeepTheirSigns) {
  TestBook book({ledger_text(kBody), "", "事实: {甲: 财政拨款收入 - (经营收入 - 项目支出)}\n"});
  const Fact* fact = book.find("甲");
  ASSERT_EQ(fact->inputs.size(), 3u);
  EXPECT_EQ(fact->inputs[0].sign, 1);
  EXPECT_EQ(fact->inputs[1].sign, -1);
  EXPECT_EQ(fact->inputs[2].sign, 1);
  EXPECT_EQ(formula_of(*fact), "财政拨款收入 － (经营收入 － 项目支出)");
}

TEST(Explain, ShowsTheTreeDownToTheFile) {
  const TestBook book(kBody);
  const std::string text = book.explain("收支总计");
  EXPECT_NE(text.find("收支总计 ＝ 15.01万元（150,080.00元）"), std::string::npos) << text;
  EXPECT_NE(text.find("算法：本年收入合计 ＋ 使用非财政拨款结余 ＋ 年初结转和结余"), std::string::npos) << text;
  EXPECT_NE(text.find("＋ 收入.一般公共预算.2080109 ＝ 5.004万元　/u/2024.yaml:6:14"), std::string::npos) << text;
  EXPECT_NE(text.find("＋ 经营收入 ＝ 0万元（0.00元）\n"), std::string::npos) << text;
}

TEST(Explain, NamesARepeatedFactOnce) {
  TestBook book({ledger_text(kBody), "", "事实: {甲: 财政拨款收入 + 财政拨款收入}\n"});
  const std::string text = book.explain("甲");
  EXPECT_NE(text.find("财政拨款收入 ＝ 15.01万元（150,080.00元）（见上）"), std::string::npos) << text;
}

TEST(ControlTotals, WithinTheBoundAreWhatIsPrinted) {
  const TestBook book(std::string(kBody) + "核对: {本年收入合计: 15.02}\n");
  const Fact* fact = book.find("本年收入合计");
  EXPECT_TRUE(fact->given);
  EXPECT_EQ(book.text("本年收入合计"), "15.02");
  EXPECT_EQ(fact->computed.fen(), 15'008'000);
  EXPECT_NE(book.explain("本年收入合计").find("印出的是会计系统的合计（核对）"), std::string::npos);
}

TEST(ControlTotals, BeyondTheBoundAreNot) {
  // Two addends: 0.005 × 3 = 0.015.
  const TestBook book(std::string(kBody) + "核对: {本年收入合计: 15.03}\n");
  EXPECT_FALSE(book.find("本年收入合计")->given);
  EXPECT_EQ(book.text("本年收入合计"), "15.01");
}

TEST(ControlTotals, InYuanNothingIsBent) {
  const TestBook book(
      {ledger_text("收入: {一般公共预算: {2080101: 100}}\n支出: {一般公共预算: {2080101: {基本支出: 100}}}\n"
                   "国有资产: {车辆: {}, 百万元以上设备: 0}\n核对: {本年收入合计: 100.01}\n",
                   "元"),
       "", ""});
  EXPECT_FALSE(book.find("本年收入合计")->given);
}

TEST(Quotes, ArePrintedAndKeepTheirFact) {
  const TestBook book(std::string(kBody) +
                      "上年: {收支总计: 10}\n业务数据: {新增参保: {值: 21360, 单位: 人}}\n"
                      "原因: {收支总计: '新增{业务数据.新增参保}，收入{本年收入合计.较上年.情形}'}\n");
  EXPECT_EQ(book.text("收支总计.较上年.原因"), "新增21360人，收入无基数");
  const auto pieces = expand_quotes(*book.find("收支总计.较上年.原因"), book.style);
  ASSERT_EQ(pieces.size(), 4u);
  EXPECT_EQ(pieces[0].fact, nullptr);
  EXPECT_EQ(pieces[1].text, "21360人");
  ASSERT_NE(pieces[1].fact, nullptr);
  EXPECT_EQ(pieces[1].fact->name, "业务数据.新增参保");
}

TEST(Quotes, OfUnknownNamesAreErrorsAtTheirPlace) {
  const TestBook book(std::string(kBody) + "上年: {收支总计: 10}\n原因: {收支总计: '增加了{收支总记}'}\n");
  EXPECT_TRUE(book.exists("收支总计.较上年.原因"));
  ASSERT_EQ(book.codes(), (Texts{"E0402"}));
  const Diagnostic& error = book.diagnostics.items().front();
  EXPECT_EQ(error.span.line, 13u);
  EXPECT_EQ(error.span.column, 15u);
  EXPECT_EQ(error.hint, "是不是“收支总计”？");
}

TEST(Quotes, AnUnclosedBraceIsAnError) {
  const TestBook book(std::string(kBody) + "上年: {收支总计: 10}\n原因: {收支总计: '增加了{收支总计'}\n");
  EXPECT_TRUE(book.exists("收支总计.较上年.原因"));
  EXPECT_EQ(book.codes(), (Texts{"E0402"}));
}

TEST(Quotes, OfFactsWithoutAValueAreErrors) {
  const TestBook book(std::string(kBody) + "上年: {收支总计: 10}\n原因: {收支总计: '比{三公经费.较上年.幅度}多'}\n");
  EXPECT_TRUE(book.exists("收支总计.较上年.原因"));
  EXPECT_EQ(book.codes(), (Texts{"E0403"}));
}

TEST(Quotes, InLongTextsAreFoundLineByLine) {
  const TestBook book(std::string(kBody) + "其他说明: |\n  第一行。\n  车辆{国有资产.车辆}辆。\n");
  const Fact* fact = book.find("其他说明");
  const auto& lines = std::get<std::vector<TextLine>>(fact->value);
  ASSERT_EQ(lines.size(), 2u);
  const auto pieces = expand_quotes(*fact, lines[1], book.style);
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[1].text, "2");
  EXPECT_EQ(book.text("其他说明"), "第一行。\n车辆2辆。");
}

TEST(Concatenation, KeepsFiguresAsFacts) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("拼('收入', 本年收入合计, '万元')"), "收入15.01万元");
  book.style.numbers.prose_amount.decimals = 1;
  EXPECT_EQ(book.value("拼('收入', 本年收入合计, '万元')"), "收入15万元");
  EXPECT_EQ(book.value("连(筛(本年收入合计.结构, 非 为零), 名称, '、')"), "财政拨款收入");
}

}  // namespace
}  // namespace gongkai
