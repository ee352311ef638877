#include "facts/indicators.h"

#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

std::optional<Ratio> whole(std::int64_t value) {
  return Ratio::of(value, 1);
}

IndicatorRow row(IndicatorKind kind, std::int64_t target, std::int64_t actual, std::int64_t weight,
                 std::string group = {}) {
  IndicatorRow result;
  result.kind = kind;
  result.target = whole(target);
  result.actual = whole(actual);
  if (weight > 0) result.weight = whole(weight);
  result.group = std::move(group);
  return result;
}

/// Scores in hundredths; -1 for none.
std::vector<std::int64_t> hundredths(const std::vector<IndicatorRow>& rows) {
  std::vector<std::int64_t> result;
  for (const auto& score : indicator_scores(rows)) {
    result.push_back(score ? score->numerator() * 100 / score->denominator() : -1);
  }
  return result;
}

TEST(IndicatorScores, ForwardIsCappedAtItsWeight) {
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 100, 120, 5)}), (std::vector<std::int64_t>{500}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 20000, 12800, 5)}), (std::vector<std::int64_t>{320}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 0, 0, 5)}), (std::vector<std::int64_t>{500}));
}

TEST(IndicatorScores, TheRateIsNotRoundedBeforeTheScore) {
  // 98 / 99 of 10 points: 9.8989… A rate rounded to 99 % first would give 9.90 as well, 0.33 of 3 would not.
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 99, 98, 10)}), (std::vector<std::int64_t>{990}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 3, 1, 30)}), (std::vector<std::int64_t>{1000}));
}

TEST(IndicatorScores, BackwardRewardsLess) {
  // Spending 189.44 of at most 200 is full marks, not 18.94 of 20.
  EXPECT_EQ(hundredths({row(IndicatorKind::Backward, 20000, 18944, 20)}), (std::vector<std::int64_t>{2000}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Backward, 10, 20, 20)}), (std::vector<std::int64_t>{1000}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Backward, 0, 0, 10)}), (std::vector<std::int64_t>{1000}));
  EXPECT_EQ(hundredths({row(IndicatorKind::Backward, 0, 1, 10)}), (std::vector<std::int64_t>{0}));
}

TEST(IndicatorScores, QualitativeTakesItsDegree) {
  IndicatorRow qualitative;
  qualitative.kind = IndicatorKind::Qualitative;
  qualitative.weight = whole(30);
  EXPECT_EQ(hundredths({qualitative}), (std::vector<std::int64_t>{-1}));
  qualitative.degree = Ratio::of(80, 100);
  EXPECT_EQ(hundredths({qualitative}), (std::vector<std::int64_t>{2400}));
}

TEST(IndicatorScores, AGroupSharesOneScore) {
  const std::vector<IndicatorRow> rows = {row(IndicatorKind::Forward, 10, 12, 20, "甲"),
                                          row(IndicatorKind::Forward, 100, 50, 0, "甲"),
                                          row(IndicatorKind::Forward, 10, 5, 10)};
  EXPECT_EQ(hundredths(rows), (std::vector<std::int64_t>{1500, -1, 500}));
}

TEST(IndicatorScores, PeoplesAssessmentStands) {
  IndicatorRow assessed = row(IndicatorKind::Forward, 10, 10, 10);
  assessed.manual_score = whole(8);
  EXPECT_EQ(hundredths({assessed}), (std::vector<std::int64_t>{800}));
}

TEST(IndicatorScores, WithoutAWeightThereIsNoScore) {
  EXPECT_EQ(hundredths({row(IndicatorKind::Forward, 10, 10, 0)}), (std::vector<std::int64_t>{-1}));
}

TEST(IndicatorKinds, FollowFromTheDirectionUnlessWritten) {
  EXPECT_EQ(indicator_kind("", "大于等于"), IndicatorKind::Forward);
  EXPECT_EQ(indicator_kind("", "等于"), IndicatorKind::Forward);
  EXPECT_EQ(indicator_kind("", "小于等于"), IndicatorKind::Backward);
  EXPECT_EQ(indicator_kind("", "≤"), IndicatorKind::Backward);
  EXPECT_EQ(indicator_kind("", "定性"), IndicatorKind::Qualitative);
  EXPECT_EQ(indicator_kind("正向", "小于等于"), IndicatorKind::Forward);
}

TEST(IndicatorSpans, CountEqualNeighbours) {
  EXPECT_EQ(spans_of_equal({"产出", "产出", "效益", "产出"}), (std::vector<std::int64_t>{2, 0, 1, 1}));
}

TEST(IndicatorFacts, AFigureIsPrintedWithItsUnitOrBesideIt) {
  const TestBook book(R"(收入: {}
支出: {}
国有资产: {车辆: {}, 百万元以上设备: 0}
业务数据: {新增参保: {值: 21360, 单位: 人}}
项目绩效:
  - 项目: 经办
    预算数: 3
    执行数: 2
    指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: 培训次数, 方向: 大于等于, 目标: 10, 实际: 12.50, 单位: 次, 分值: 5}
      - {三级: 参保人数, 方向: 大于等于, 目标: 20000, 引用: 新增参保, 分值: 5}
      - {三级: 服务, 方向: 定性, 目标: 优, 实际: 优, 分值: 5}
)");
  const FactRecord& goal = book.list("项目绩效.项目").at(0).find("绩效目标")->list()->at(0);
  const auto row = [&](std::size_t i, const char* field) {
    const Fact* fact = goal.find("指标")->list()->at(i).find(field);
    return fact->exists() ? print_in_prose(*fact, book.style) : std::string("∅");
  };
  EXPECT_EQ(row(0, "实际"), "12.50次");
  EXPECT_EQ(row(0, "实际数"), "12.50");
  EXPECT_EQ(row(0, "目标数"), "10");
  EXPECT_EQ(row(0, "计量单位"), "次");
  EXPECT_EQ(row(1, "目标"), "20000人");
  EXPECT_EQ(row(1, "实际数"), "21360");
  EXPECT_EQ(row(1, "计量单位"), "人");
  EXPECT_EQ(row(2, "目标数"), "优");
  EXPECT_EQ(row(2, "计量单位"), "∅");
}

}  // namespace
}  // namespace gongkai
