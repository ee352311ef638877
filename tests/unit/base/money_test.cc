#include "base/money.h"

#include <gtest/gtest.h>

#include "base/number_format.h"
#include "base/ratio.h"

namespace gongkai {
namespace {

std::int64_t fen(const char* text, LedgerUnit unit) {
  const ParsedAmount parsed = parse_amount(text, unit);
  EXPECT_TRUE(parsed.value.has_value()) << text;
  return parsed.value.value_or(Money()).fen();
}

AmountError error_of(const char* text, LedgerUnit unit = LedgerUnit::Yuan) {
  const ParsedAmount parsed = parse_amount(text, unit);
  EXPECT_FALSE(parsed.value.has_value()) << text;
  return parsed.error;
}

TEST(ParseAmount, IsExactInBothUnits) {
  EXPECT_EQ(fen("1132.06", LedgerUnit::WanYuan), 1'132'060'000);
  EXPECT_EQ(fen("0.1", LedgerUnit::Yuan), 10);
  EXPECT_EQ(fen("-3.2", LedgerUnit::Yuan), -320);
  EXPECT_EQ(fen("0", LedgerUnit::WanYuan), 0);
  EXPECT_EQ(fen("0.000001", LedgerUnit::WanYuan), 1);
}

TEST(ParseAmount, SaysWhyItRefuses) {
  EXPECT_EQ(error_of("1,234.56"), AmountError::ThousandsSeparator);
  EXPECT_EQ(error_of("１２３"), AmountError::FullWidth);
  EXPECT_EQ(error_of("1e5"), AmountError::Exponent);
  EXPECT_EQ(error_of(".nan"), AmountError::NaNOrInf);
  EXPECT_EQ(error_of("12万元"), AmountError::UnitInside);
  EXPECT_EQ(error_of("012"), AmountError::LeadingZero);
  EXPECT_EQ(error_of("1.234"), AmountError::TooManyDecimals);
  EXPECT_EQ(error_of("1.2345678", LedgerUnit::WanYuan), AmountError::TooManyDecimals);
  EXPECT_EQ(error_of("99999999999999999999"), AmountError::TooLarge);
  EXPECT_EQ(error_of(""), AmountError::Empty);
  EXPECT_EQ(error_of("1."), AmountError::NotANumber);
  EXPECT_EQ(error_of("十二"), AmountError::NotANumber);
}

TEST(FormatWan, RoundsHalfUpAndTrims) {
  const DecimalStyle prose{2, true, false};
  const DecimalStyle cell{2, false, true};
  EXPECT_EQ(format_wan(Money::from_fen(1'945'800'000), prose), "1945.8");
  EXPECT_EQ(format_wan(Money::from_fen(1'945'800'000), cell), "1,945.80");
  EXPECT_EQ(format_wan(Money::from_fen(5'000), prose), "0.01");     // 0.005 万元
  EXPECT_EQ(format_wan(Money::from_fen(4'999), prose), "0");
  EXPECT_EQ(format_wan(Money::from_fen(-5'000), cell), "-0.01");
  EXPECT_EQ(format_wan(Money::from_fen(1'234'567'890'000'000), cell), "1,234,567,890.00");
}

TEST(FormatPercent, RoundsTheExactRatioOnce) {
  const DecimalStyle one{1, true, false};
  EXPECT_EQ(format_percent(*Ratio::of(Money::from_fen(830'000), Money::from_fen(823'000)), one), "100.9%");
  EXPECT_EQ(format_percent(*Ratio::of(1, 1), one), "100%");
  EXPECT_EQ(format_percent(*Ratio::of(-33'371, 227'951), one), "-14.6%");
  EXPECT_FALSE(Ratio::of(1, 0).has_value());
}

TEST(ChineseOrdinal, CountsAsHeadingsDo) {
  EXPECT_EQ(chinese_ordinal(1), "一");
  EXPECT_EQ(chinese_ordinal(10), "十");
  EXPECT_EQ(chinese_ordinal(26), "二十六");
}

}  // namespace
}  // namespace gongkai
