#include "audit/printed_figure.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

Fact amount(std::int64_t fen) {
  Fact fact;
  fact.value = Money::from_fen(fen);
  return fact;
}

TEST(AgreesWithFact, AcceptsAnAmountRoundedToItsDecimals) {
  EXPECT_TRUE(agrees_with_fact("1,945.8", amount(1'945'800'000)));
  EXPECT_TRUE(agrees_with_fact("0.13", amount(125'000)));
  EXPECT_TRUE(agrees_with_fact("12,345.67", amount(1'234'567)));
  EXPECT_TRUE(agrees_with_fact("", amount(0)));
}

TEST(AgreesWithFact, RefusesAnotherAmount) {
  EXPECT_FALSE(agrees_with_fact("1,945.9", amount(1'945'800'000)));
  EXPECT_FALSE(agrees_with_fact("0.14", amount(125'000)));
  EXPECT_FALSE(agrees_with_fact("", amount(1)));
}

TEST(AgreesWithFact, JudgesPercentages) {
  Fact fact;
  fact.type = FactType::Ratio;
  fact.value = *Ratio::of(830, 823);
  EXPECT_TRUE(agrees_with_fact("100.9%", fact));
  EXPECT_FALSE(agrees_with_fact("100.1%", fact));
}

TEST(StatesAFigure, SeesDigitsBeforeAUnit) {
  EXPECT_TRUE(states_a_figure("支出20万元"));
  EXPECT_TRUE(states_a_figure("占30%"));
  EXPECT_FALSE(states_a_figure("共2辆，金额单位：万元"));
}

}  // namespace
}  // namespace gongkai
