#include "facts/indicators.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace gongkai
