// Exact arithmetic on ratios and amounts; a result that does not fit is empty, never wrong.
#pragma once

#include <optional>

#include "base/money.h"
#include "base/ratio.h"
#include "base/wide.h"

namespace gongkai {

/// Reduced; empty when the denominator is zero or the reduced fraction does not fit 64 bits.
std::optional<Ratio> make_ratio(Int128 numerator, Int128 denominator);
std::optional<Ratio> ratio_of(Decimal value);
std::optional<Ratio> add(Ratio a, Ratio b);
std::optional<Ratio> subtract(Ratio a, Ratio b);
std::optional<Ratio> multiply(Ratio a, Ratio b);
std::optional<Ratio> divide(Ratio a, Ratio b);
/// Half up (away from zero), to `decimals` places.
std::optional<Ratio> round_to(Ratio value, int decimals);
std::optional<Money> add(Money a, Money b);
/// amount × factor in whole 分, half up.
std::optional<Money> scale(Money amount, Ratio factor);

}  // namespace gongkai
