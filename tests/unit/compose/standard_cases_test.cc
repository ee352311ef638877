// Every case a sentence must read well in: no prior year, nothing planned, from zero, down to zero, unchanged.
#include <gtest/gtest.h>

#include "standard_pack_fixture.h"

namespace gongkai {
namespace {

constexpr const char* kUnit = R"(名称: 示范中心
类型: 单位
性质: 公益一类事业单位
主管部门: 示范局
财政级次: 市级
模板: hubei
主要职责: 承办交办的事项
)";

/// A ledger of one subject; `more` is appended.
std::string ledger(const std::string& amount, const std::string& more) {
  return "年度: 2024\n金额单位: 万元\n收入: {一般公共预算: {2080101: " + amount +
         "}}\n支出: {一般公共预算: {2080101: {基本支出: " + amount + "}}}\n经济分类: {基本支出: {30101: " + amount +
         "}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n" + more;
}

StandardDisclosure composed(const std::string& amount, const std::string& more, std::string pack = "hubei") {
  return StandardDisclosure({{"unit.yaml", kUnit}, {"2024.yaml", ledger(amount, more)}}, "2024.yaml", std::move(pack));
}

std::string first_sentence(const std::string& prior) {
  const auto made = composed("100", "上年: {收支总计: " + prior + "}\n");
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  return made.line("2024年度收、支总计");
}

TEST(StandardCases, ChangesOfTheTotal) {
  EXPECT_EQ(first_sentence("80"), "2024年度收、支总计100万元。与2023年度相比，收、支总计均增加20万元，增长25%。");
  EXPECT_EQ(first_sentence("125"), "2024年度收、支总计100万元。与2023年度相比，收、支总计均减少25万元，下降20%。");
  EXPECT_EQ(first_sentence("100"), "2024年度收、支总计100万元。与2023年度相比，收、支总计均持平。");
  EXPECT_EQ(first_sentence("0"),
            "2024年度收、支总计100万元。与2023年度相比，收、支总计均增加100万元（上年为零，不计算增长率）。");
}

TEST(StandardCases, WithoutAPriorYearNothingIsCompared) {
  const auto made = composed("100", "上年: 无\n");
  EXPECT_EQ(made.line("2024年度收、支总计"), "2024年度收、支总计100万元。");
  EXPECT_EQ(made.prose().find("与2023年度"), std::string::npos);
}

TEST(StandardCases, AReasonIsPrintedOnlyForAChange) {
  const std::string reason = "原因: {收支总计: 业务增加}\n";
  EXPECT_TRUE(composed("100", "上年: {收支总计: 80}\n" + reason)
                  .line("2024年度收、支总计")
                  .ends_with("增长25%，主要原因是业务增加。"));
  EXPECT_TRUE(composed("100", "上年: {收支总计: 100}\n" + reason).line("2024年度收、支总计").ends_with("均持平。"));
}

TEST(StandardCases, NothingOfTheThreeExpensesHasItsOwnSentence) {
  const auto made = composed("100", "");
  EXPECT_EQ(made.line("示范中心2024年度“三公”经费"), "示范中心2024年度“三公”经费无财政拨款预算安排，无支出决算数。");
  EXPECT_EQ(made.line("1. 因公出国（境）费"),
            "1. 因公出国（境）费无预算安排，无支出决算数。全年支出涉及出国（境）团组0个，累计0人次。");
  EXPECT_EQ(made.line("示范中心为"), "示范中心为公益一类事业单位，2024年度没有机关运行经费支出。");
  EXPECT_EQ(made.line("示范中心2024年度没有政府采购"), "示范中心2024年度没有政府采购支出。");
}

TEST(StandardCases, OneOfTheThreeExpensesCutToNothing) {
  const auto made = composed("100",
                             "三公经费: {公务接待费: {预算: 2, 决算: 0, 差异原因: 没有来访}}\n"
                             "上年: {三公经费: {公务接待费: 1}}\n");
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  EXPECT_EQ(made.line("3. 公务接待费"),
            "3. 公务接待费全年预算数为2万元，支出决算为0万元，完成全年预算的0%，较上年减少1万元，下降100%，"
            "决算数小于全年预算数的主要原因是没有来访。全年国内公务接待0批次、0人次。");
}

TEST(StandardCases, ABudgetOfNothingHasNoRate) {
  StandardDisclosure made({{"unit.yaml", kUnit},
                           {"2024.yaml",
                            "年度: 2024\n金额单位: 万元\n收入: {一般公共预算: {2080101: 5}}\n"
                            "支出: {一般公共预算: {2080101: {基本支出: 5, 年初预算: 0, 差异原因: 年中追加}}}\n"
                            "经济分类: {基本支出: {30101: 5}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n"}},
                          "2024.yaml");
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  EXPECT_TRUE(made.line("1. 社会保障和就业支出（类）人力资源")
                  .ends_with("年初未安排预算，支出决算为5万元，主要原因是年中追加。"))
      << made.prose();
}

TEST(StandardCases, AUnitWithoutAnyFiguresStillReads) {
  for (const char* pack : {"hubei", "hubei-wuhan", "hubei-ezhou", "neimenggu"}) {
    StandardDisclosure made({{"unit.yaml", kUnit},
                             {"2024.yaml",
                              "年度: 2024\n金额单位: 元\n收入: {}\n支出: {}\n"
                              "国有资产: {车辆: {}, 百万元以上设备: 0}\n"}},
                            "2024.yaml", pack);
    ASSERT_TRUE(made.composed()) << pack << made.problems();
    EXPECT_FALSE(made.diagnostics().has_errors()) << pack << made.problems();
    EXPECT_EQ(made.prose().find("：。"), std::string::npos) << pack;
  }
}

}  // namespace
}  // namespace gongkai
