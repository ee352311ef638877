#include "facts/arithmetic.h"

#include <gtest/gtest.h>

#include <limits>

namespace gongkai {
namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

TEST(Arithmetic, AResultThatDoesNotFitIsEmpty) {
  EXPECT_EQ(add(Money::from_fen(kLargest), Money::from_fen(1)), std::nullopt);
  EXPECT_EQ(add(Money::from_fen(kLargest), Money::from_fen(-1)), Money::from_fen(kLargest - 1));
  EXPECT_EQ(add(Money::from_fen(-kLargest), Money::from_fen(-kLargest)), std::nullopt);
  EXPECT_EQ(scale(Money::from_fen(kLargest), *Ratio::of(2, 1)), std::nullopt);
  EXPECT_EQ(multiply(*Ratio::of(kLargest, 1), *Ratio::of(kLargest, 2)), std::nullopt);
  EXPECT_EQ(add(*Ratio::of(kLargest, 1), *Ratio::of(kLargest, 1)), std::nullopt);
}

TEST(Arithmetic, AFractionIsReducedBeforeItIsFoundTooLarge) {
  EXPECT_EQ(multiply(*Ratio::of(kLargest, 3), *Ratio::of(3, kLargest)), Ratio::of(1, 1));
}

}  // namespace
}  // namespace gongkai
