// Reasons: where they are found and when they are taken over (dictionary 0.5).
#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

constexpr const char* kBody =
    "收入: {一般公共预算: {2080101: 12}}\n支出: {一般公共预算: {2080101: {基本支出: 12, 年初预算: "
    "10, 差异原因: 人员增加}}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n";

TEST(Reasons, AreFoundBesideTheFigure) {
  const TestBook book(kBody);
  EXPECT_EQ(book.text("支出.一般公共预算.2080101.较年初预算.原因"), "人员增加");
}

TEST(Reasons, OfTotalsStandUnderTheirBlock) {
  const TestBook book(std::string(kBody) +
                      "上年: {收支总计: 10, 本年收入合计: 10, 本年支出合计: 13}\n"
                      "原因: {收支总计: {变动原因: 业务增加, 差异原因: 年中追加}}\n年初预算: {收支总计: 11}\n");
  EXPECT_EQ(book.text("收支总计.较上年.原因"), "业务增加");
  EXPECT_EQ(book.text("收支总计.较年初预算.原因"), "年中追加");
  // Same direction: taken over; the other direction: not.
  EXPECT_EQ(book.text("本年收入合计.较上年.原因"), "业务增加");
  EXPECT_EQ(book.text("本年支出合计.较上年.原因"), "∅");
  EXPECT_EQ(formula_of(*book.find("本年收入合计.较上年.原因")), "沿用“收支总计.较上年.原因”");
}

TEST(Reasons, OfAFigureThatStayedTheSameAreNotPrinted) {
  const TestBook book(std::string(kBody) + "上年: {收支总计: 12}\n原因: {收支总计: 业务增加}\n");
  EXPECT_EQ(book.text("收支总计.较上年.情形"), "持平");
  EXPECT_FALSE(book.exists("收支总计.较上年.原因"));
}

TEST(Reasons, WithOneBaseEitherWordIsUnderstood) {
  const TestBook one(std::string(kBody) + "机关运行经费: {决算: 3, 年初预算: 2, 变动原因: 差旅增加}\n");
  EXPECT_EQ(one.text("机关运行经费.较年初预算.原因"), "差旅增加");
  const TestBook both(std::string(kBody) + "机关运行经费: {决算: 3, 上年: 1, 年初预算: 2, 变动原因: 差旅增加}\n");
  EXPECT_EQ(both.text("机关运行经费.较上年.原因"), "差旅增加");
  EXPECT_EQ(both.text("机关运行经费.较年初预算.原因"), "∅");
}

TEST(Reasons, OfTheTravelTotalComeFromTheItemThatMovedIt) {
  const TestBook book(std::string(kBody) +
                      "上年: {三公经费: {公务用车运行维护费: 5, 公务接待费: 3}}\n"
                      "三公经费:\n"
                      "  公务用车运行维护费: {预算: 5, 决算: 4.5, 保有量: 1, 用途: 维修, 变动原因: 少用车}\n"
                      "  公务接待费: {预算: 2, 决算: 1, 国内: {批次: 2, 人次: 9, 用途: 来访}, 变动原因: 少接待}\n");
  EXPECT_EQ(book.text("三公经费.较上年"), "减少2.5万元，下降31.3%");
  EXPECT_EQ(book.text("三公经费.较上年.原因"), "少接待");
  EXPECT_EQ(book.text("三公经费.公务用车购置及运行维护费.较上年.原因"), "少用车");
}

TEST(Reasons, OfAClassMayStandInTheBudgetBlock) {
  const TestBook book(
      "收入: {一般公共预算: {2080101: 12}}\n支出: {一般公共预算: {2080101: {基本支出: 12}}}\n"
      "年初预算: {一般公共预算: {208: {金额: 15, 差异原因: 标准降低}}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n");
  EXPECT_EQ(book.text("支出.一般公共预算.208.较年初预算.原因"), "标准降低");
}

TEST(PriorYear, MissingPartsOfAWrittenBlockAreZeroOnlyForTravel) {
  const TestBook book(std::string(kBody) + "上年: {收支总计: 10, 三公经费: {公务接待费: 1}}\n");
  EXPECT_EQ(book.text("三公经费.因公出国（境）费.上年"), "0");
  EXPECT_EQ(book.text("三公经费.上年"), "1");
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.上年"), "∅");
}

TEST(PriorYear, AUnitFoundedThisYearHasNoBase) {
  const TestBook book(std::string(kBody) + "上年: 无\n");
  EXPECT_EQ(book.text("收支总计.较上年.情形"), "无基数");
  EXPECT_EQ(book.text("收支总计.较上年"), "无上年数可比");
  EXPECT_FALSE(book.exists("收支总计.较上年.幅度"));
  EXPECT_FALSE(book.exists("收支总计.较上年.增减"));
}

}  // namespace
}  // namespace gongkai
