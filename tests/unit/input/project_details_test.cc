// 项目自评: what is written of a project apart from its line becomes part of the one record.
#include <gtest/gtest.h>

#include "read_helpers.h"

namespace gongkai::test {
namespace {

constexpr const char* kProjects = R"(项目绩效:
  - {项目: 甲项目, 预算数: 4, 执行数: 3}
  - {项目: 乙项目, 预算数: 2, 执行数: 2, 自评得分: 90}
项目自评:
  - 项目: 乙项目
    级别: 二级项目
    完成情况: 按时完成
  - 项目: 甲项目
    年初预算: 5
    年度目标: 完成任务
    指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 次数, 方向: 等于, 目标: 2, 实际: 2, 单位: 次}
)";

TEST(ProjectDetails, JoinTheProjectOfTheirName) {
  const Reading reading = read_year(plain_year(kProjects));
  ASSERT_TRUE(reading.outcome.ledger) << reading.problems(Severity::Error);
  EXPECT_EQ(reading.problems(Severity::Error), "");
  const AuthoredValue& year = reading.outcome.ledger->year;
  const AuthoredValue& first = year.find("项目绩效")->children.at(0);
  const AuthoredValue& second = year.find("项目绩效")->children.at(1);
  EXPECT_EQ(first.find("年初预算")->amount, Money::from_fen(5'000'000));
  EXPECT_EQ(first.find("指标")->children.size(), 1U);
  EXPECT_EQ(second.find("级别")->text, "二级项目");
  EXPECT_EQ(second.find("完成情况")->lines.at(0).text, "按时完成");
  EXPECT_EQ(second.find("自评得分")->decimal, (Decimal{90, 0}));
  EXPECT_EQ(year.find("项目自评")->children.size(), 2U);
}

TEST(ProjectDetails, KeepTheirOwnPlace) {
  const Reading reading = read_year(plain_year(kProjects));
  const AuthoredValue& second = reading.outcome.ledger->year.find("项目绩效")->children.at(1);
  EXPECT_GT(second.find("级别")->span.line, second.find("预算数")->span.line);
}

}  // namespace
}  // namespace gongkai::test
