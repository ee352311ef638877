// The cover rule of 年初预算 (dictionary 3.4) and the facts built on it.
#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

std::string spending(const std::string& rows, const std::string& more = {}) {
  return "收入: {一般公共预算: {2080101: 30}}\n支出:\n  一般公共预算:\n" + rows +
         "国有资产: {车辆: {}, 百万元以上设备: 0}\n" + more;
}

TEST(InitialBudget, ItemsAddUpToTheirParents) {
  const TestBook book(
      spending("    2080101: {基本支出: 10, 年初预算: 8}\n    2080109: {项目支出: 10, 年初预算: 10}\n"
               "    2101101: {基本支出: 10, 年初预算: 12}\n"));
  EXPECT_EQ(book.text("支出.一般公共预算.20801.年初预算"), "18");
  EXPECT_EQ(book.text("支出.一般公共预算.208.年初预算"), "18");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.年初预算"), "30");
  EXPECT_EQ(book.text("财政拨款收支总计.年初预算"), "30");
}

TEST(InitialBudget, AHigherLevelStandsWhereTheLowerIsIncomplete) {
  const TestBook book(spending("    2080101: {基本支出: 10, 年初预算: 8}\n    2080109: {项目支出: 10}\n",
                               "年初预算: {一般公共预算: {208: 25}}\n"));
  EXPECT_EQ(book.text("支出.一般公共预算.208.年初预算"), "25");
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.年初预算"), "8");
  EXPECT_EQ(book.text("支出.一般公共预算.2080109.年初预算"), "∅");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.年初预算"), "25");
}

TEST(InitialBudget, ACompleteLowerLevelMakesTheHigherAControlFigure) {
  const TestBook book(spending("    2080101: {基本支出: 10, 年初预算: 8}\n    2080109: {项目支出: 10, 年初预算: 10}\n",
                               "年初预算: {一般公共预算: {208: 19}}\n"));
  EXPECT_EQ(book.text("支出.一般公共预算.208.年初预算"), "18");
}

TEST(InitialBudget, NothingWrittenIsUnknownAndNeverZero) {
  const TestBook book(spending("    2080101: {基本支出: 10}\n"));
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.年初预算"), "∅");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.完成年初预算"), "∅");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.完成年初预算.情形"), "无基数");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.较年初预算.情形"), "无基数");
}

TEST(InitialBudget, AWrittenZeroIsKnown) {
  const TestBook book(spending("    2080101: {基本支出: 10, 年初预算: 0}\n"));
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.年初预算"), "0");
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.完成年初预算"), "∅");
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.完成年初预算.情形"), "预算为零");
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.较年初预算.情形"), "由零增加");
}

TEST(InitialBudget, OtherFundsMustBeKnownForTheGrandTotal) {
  const std::string rows = "    2080101: {基本支出: 10, 年初预算: 9}\n  非财政拨款:\n    2080109: {基本支出: 2}\n";
  const TestBook unknown(spending(rows));
  EXPECT_EQ(unknown.text("财政拨款收支总计.年初预算"), "9");
  EXPECT_EQ(unknown.text("收支总计.年初预算"), "∅");
  const TestBook written(spending(rows, "年初预算: {收支总计: 11.5}\n"));
  EXPECT_EQ(written.text("收支总计.年初预算"), "11.5");
}

TEST(InitialBudget, ComesFromTheAuthoredLines) {
  const TestBook book(spending("    2080101: {基本支出: 10, 年初预算: 8}\n"));
  const Fact* fact = book.find("支出.一般公共预算.208.年初预算");
  ASSERT_EQ(fact->authored.size(), 1u);
  EXPECT_EQ(what_of(fact->authored[0]), "年初预算.一般公共预算.2080101");
  EXPECT_EQ(fact->authored[0].span.line, 6u);
}

TEST(Shares, AreNeverBentToAddUpToAHundred) {
  const TestBook book(
      spending("    2080101: {基本支出: 10}\n    2101101: {基本支出: 10}\n    2210201: {基本支出: 10}\n"));
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.结构", "占比"),
            (std::vector<std::string>{"33.3%", "33.3%", "33.3%"}));
}

TEST(Shares, ThatRoundToNothingDoNotReadAsNone) {
  const TestBook book(spending("    2080101: {基本支出: 10000}\n    2101101: {基本支出: 1}\n"));
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.结构", "占比"), (std::vector<std::string>{"100%", "不足0.1%"}));
}

TEST(Shares, OfNothingDoNotExist) {
  const TestBook book(spending("    2080101: {基本支出: 10}\n"));
  EXPECT_EQ(book.text("政府性基金预算财政拨款支出.占.财政拨款支出"), "0%");
  EXPECT_EQ(book.text("三公经费.公务接待费.占比"), "∅");
  EXPECT_EQ(book.text("三公经费.占.政府采购.总额"), "∅");
}

}  // namespace
}  // namespace gongkai
