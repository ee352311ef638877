#include "base/tolerance.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

Money wan_cents(std::int64_t cents) { return Money::from_fen(cents * 10'000); }  // 0.01 万元 each

TEST(CompareSums, AYuanLedgerTiesExactly) {
  EXPECT_EQ(compare_sums(Money::from_fen(100), Money::from_fen(100), 5, LedgerUnit::Yuan), Tie::Exact);
  EXPECT_EQ(compare_sums(Money::from_fen(100), Money::from_fen(101), 500, LedgerUnit::Yuan), Tie::Broken);
}

TEST(CompareSums, AWanLedgerCarriesRounding) {
  // 26 figures: three sigma is 0.0444 万元, the bound 0.135 万元.
  EXPECT_EQ(compare_sums(wan_cents(100), wan_cents(104), 26, LedgerUnit::WanYuan), Tie::Tail);
  EXPECT_EQ(compare_sums(wan_cents(100), wan_cents(105), 26, LedgerUnit::WanYuan), Tie::WideTail);
  EXPECT_EQ(compare_sums(wan_cents(100), wan_cents(113), 26, LedgerUnit::WanYuan), Tie::WideTail);
  EXPECT_EQ(compare_sums(wan_cents(100), wan_cents(114), 26, LedgerUnit::WanYuan), Tie::Broken);
}

TEST(CompareSums, TwoFiguresBearOneCent) {
  EXPECT_EQ(compare_sums(wan_cents(2), wan_cents(3), 2, LedgerUnit::WanYuan), Tie::Tail);
  EXPECT_EQ(compare_sums(wan_cents(2), wan_cents(4), 2, LedgerUnit::WanYuan), Tie::Broken);
}

}  // namespace
}  // namespace gongkai
