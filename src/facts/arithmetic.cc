#include "facts/arithmetic.h"

#include <limits>

namespace gongkai {
namespace {

bool fits(Int128 value) {
  return value <= std::numeric_limits<std::int64_t>::max() && value >= -std::numeric_limits<std::int64_t>::max();
}

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 round_half_up(Int128 numerator, Int128 denominator) {
  const Int128 rounded = (magnitude(numerator) * 2 + denominator) / (denominator * 2);
  return numerator < 0 ? -rounded : rounded;
}

Int128 power_of_ten(int exponent) {
  Int128 value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

}  // namespace

std::optional<Ratio> make_ratio(Int128 numerator, Int128 denominator) {
  if (denominator == 0) return std::nullopt;
  const Int128 divisor = greatest_common_divisor(magnitude(numerator), magnitude(denominator));
  numerator /= divisor;
  denominator /= divisor;
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Ratio::of(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

std::optional<Ratio> ratio_of(Decimal value) {
  return make_ratio(value.units, power_of_ten(value.scale));
}

std::optional<Ratio> add(Ratio a, Ratio b) {
  return make_ratio(
      static_cast<Int128>(a.numerator()) * b.denominator() + static_cast<Int128>(b.numerator()) * a.denominator(),
      static_cast<Int128>(a.denominator()) * b.denominator());
}

std::optional<Ratio> subtract(Ratio a, Ratio b) {
  const auto negative = make_ratio(-static_cast<Int128>(b.numerator()), b.denominator());
  return negative ? add(a, *negative) : std::nullopt;
}

std::optional<Ratio> multiply(Ratio a, Ratio b) {
  return make_ratio(static_cast<Int128>(a.numerator()) * b.numerator(),
                    static_cast<Int128>(a.denominator()) * b.denominator());
}

std::optional<Ratio> divide(Ratio a, Ratio b) {
  return make_ratio(static_cast<Int128>(a.numerator()) * b.denominator(),
                    static_cast<Int128>(a.denominator()) * b.numerator());
}

std::optional<Ratio> round_to(Ratio value, int decimals) {
  if (decimals < 0 || decimals > 9) return std::nullopt;
  const Int128 unit = power_of_ten(decimals);
  return make_ratio(round_half_up(static_cast<Int128>(value.numerator()) * unit, value.denominator()), unit);
}

std::optional<Money> add(Money a, Money b) {
  const Int128 fen = static_cast<Int128>(a.fen()) + b.fen();
  if (!fits(fen)) return std::nullopt;
  return Money::from_fen(static_cast<std::int64_t>(fen));
}

std::optional<Money> scale(Money amount, Ratio factor) {
  const Int128 fen = round_half_up(static_cast<Int128>(amount.fen()) * factor.numerator(), factor.denominator());
  if (!fits(fen)) return std::nullopt;
  return Money::from_fen(static_cast<std::int64_t>(fen));
}

}  // namespace gongkai
