// Which ledger lines make up a change, with last year's ledger.
#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

using Texts = std::vector<std::string>;

std::string year(int number, const std::string& spending, const std::string& economic = {}) {
  return "年度: " + std::to_string(number) + "\n金额单位: 万元\n收入: {一般公共预算: {2080101: 1}}\n支出:\n" +
         spending + (economic.empty() ? "" : "经济分类: {基本支出: {" + economic + "}}\n") +
         "国有资产: {车辆: {}, 百万元以上设备: 0}\n"
         "自定义科目: {22960: 彩票公益金安排的支出, 2296002: 用于社会福利的彩票公益金支出}\n";
}

std::string general(const std::string& rows) {
  return "  一般公共预算: {" + rows + "}\n";
}

TEST(Drivers, TheCoarsestLevelThatSaysSomethingIsTaken) {
  const TestBook book(
      {year(2024, general("2080101: {基本支出: 130}, 2101101: {基本支出: 20}, 2210201: {基本支出: 9}")),
       year(2023, general("2080101: {基本支出: 100}, 2101101: {基本支出: 18}, 2210201: {基本支出: 10}")), ""});
  // One fund says nothing; of the classes 208 alone makes up 30 of 31.
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "名称"), (Texts{"社会保障和就业支出"}));
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "绝对额"), (Texts{"30"}));
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "占差额"), (Texts{"96.8%"}));
}

TEST(Drivers, SeveralFundsAreNamedFirst) {
  const TestBook book({year(2024, general("2080101: {基本支出: 110}") + "  政府性基金: {2296002: {项目支出: 30}}\n"),
                       year(2023, general("2080101: {基本支出: 105}") + "  政府性基金: {2296002: {项目支出: 10}}\n"),
                       "", kTestUnit});
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "名称"), (Texts{"政府性基金预算财政拨款支出"}));
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "维度"), (Texts{"资金"}));
}

TEST(Drivers, AFinerLevelIsTakenWhereTheCoarserIsOneLump) {
  const TestBook book({year(2024, general("2080101: {基本支出: 50}, 2080109: {项目支出: 70}")),
                       year(2023, general("2080101: {基本支出: 52}, 2080109: {项目支出: 40}")), ""});
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.较上年.驱动", "名称"), (Texts{"社会保险经办机构"}));
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.较上年.驱动", "维度"), (Texts{"项"}));
}

TEST(Drivers, LargeOppositeMovementsComeAfter) {
  const TestBook book({year(2024, general("2080101: {基本支出: 60}, 2101101: {基本支出: 20}, 2210201: {基本支出: 5}")),
                       year(2023, general("2080101: {基本支出: 40}, 2101101: {基本支出: 27}, 2210201: {基本支出: 5}")),
                       ""});
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "名称"), (Texts{"社会保障和就业支出", "卫生健康支出"}));
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "增减"), (Texts{"增加", "减少"}));
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "同向"), (Texts{"是", "否"}));
}

TEST(Drivers, TiesGoByCode) {
  const TestBook book({year(2024, general("2080101: {基本支出: 15}, 2101101: {基本支出: 15}")),
                       year(2023, general("2080101: {基本支出: 10}, 2101101: {基本支出: 10}")), ""});
  EXPECT_EQ(book.column("本年支出合计.较上年.驱动", "编码"), (Texts{"208", "210"}));
}

TEST(Drivers, TooManySmallItemsNameNothing) {
  std::string now;
  std::string before;
  for (const char* code : {"2010301", "2040601", "2080101", "2101101", "2120101", "2210201"}) {
    now += std::string(now.empty() ? "" : ", ") + code + ": {基本支出: 11}";
    before += std::string(before.empty() ? "" : ", ") + code + ": {基本支出: 10}";
  }
  const TestBook book({year(2024, general(now)), year(2023, general(before)), ""});
  // No class, 款 or 项 reaches 70 % with three items, and there is one column only.
  EXPECT_TRUE(book.list("本年支出合计.较上年.驱动").empty());
}

TEST(Drivers, EconomicTotalsGoByEconomicSubject) {
  const TestBook book({year(2024, general("2080101: {基本支出: 60}"), "30101: 40, 30201: 20"),
                       year(2023, general("2080101: {基本支出: 50}"), "30101: 30, 30201: 20"), ""});
  EXPECT_EQ(book.column("人员经费合计.较上年.驱动", "名称"), Texts{});
  const TestBook two({year(2024, general("2080101: {基本支出: 60}"), "30101: 40, 30103: 20"),
                      year(2023, general("2080101: {基本支出: 50}"), "30101: 30, 30103: 20"), ""});
  EXPECT_EQ(two.column("人员经费合计.较上年.驱动", "名称"), (Texts{"基本工资"}));
}

TEST(Drivers, SpendingOfOneItemGoesByTheEconomicViewOfTheSameMoney) {
  const std::string now = general("2080101: {基本支出: 60}");
  const std::string before = general("2080101: {基本支出: 50}");
  const TestBook book({year(2024, now, "30101: 45, 30201: 15"), year(2023, before, "30101: 36, 30201: 14"), ""});
  EXPECT_EQ(book.column("一般公共预算财政拨款基本支出.较上年.驱动", "名称"), (Texts{"工资福利支出"}));
  // A view that does not tie is not used.
  const TestBook loose({year(2024, now, "30101: 45, 30201: 14"), year(2023, before, "30101: 36, 30201: 14"), ""});
  EXPECT_TRUE(loose.list("一般公共预算财政拨款基本支出.较上年.驱动").empty());
}

TEST(Drivers, WithoutLastYearsLedgerThereAreNone) {
  const TestBook book({year(2024, general("2080101: {基本支出: 60}")) + "上年: {本年支出合计: 40}\n", "", ""});
  EXPECT_EQ(book.text("本年支出合计.较上年"), "增加20万元，增长50%");
  EXPECT_TRUE(book.list("本年支出合计.较上年.驱动").empty());
}

TEST(Drivers, KeepTheLinesOfBothYears) {
  const TestBook book({year(2024, general("2080101: {基本支出: 130}, 2101101: {基本支出: 20}")),
                       year(2023, general("2080101: {基本支出: 100}, 2101101: {基本支出: 20}")), ""});
  const Fact* difference = book.list("本年支出合计.较上年.驱动").front().find("差额");
  ASSERT_EQ(difference->authored.size(), 2u);
  EXPECT_EQ(difference->authored[0].sign, 1);
  EXPECT_EQ(difference->authored[1].sign, -1);
  EXPECT_NE(difference->authored[0].span.file, difference->authored[1].span.file);
}

TEST(PriorBook, GivesEveryFigureOfLastYear) {
  const TestBook book(
      {year(2024, general("2080101: {基本支出: 130}")), year(2023, general("2080101: {基本支出: 100}")), ""});
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.较上年"), "增加30万元，增长30%");
  EXPECT_EQ(book.text("支出.一般公共预算.2101101.较上年.情形"), "均为零");
}

TEST(PriorBook, ABaseOnlyLedgerIsSilentAboutWhatItLeavesOut) {
  const std::string base =
      "年度: 2023\n金额单位: 万元\n仅作基数: 是\n收入: {一般公共预算: {2080101: 100}}\n"
      "支出: {一般公共预算: {2080101: {基本支出: 100}}}\n";
  const TestBook book({year(2024, general("2080101: {基本支出: 130}"), "30101: 110, 30201: 20") +
                           "机关运行经费: {上年: 15, 变动原因: 差旅增加}\n",
                       base, ""});
  EXPECT_EQ(book.text("本年支出合计.上年"), "100");
  EXPECT_EQ(book.text("机关运行经费.上年"), "15");
}

}  // namespace
}  // namespace gongkai
