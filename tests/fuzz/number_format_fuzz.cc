// Printed numbers against 128-bit arithmetic: off by at most half a unit of the last place, never minus zero.
#include <string>

#include "base/number_format.h"
#include "base/wide.h"
#include "byte_source.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

Int128 power_of_ten(int exponent) {
  Int128 value = 1;
  while (exponent-- > 0) value *= 10;
  return value;
}

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

/// Printed text as units of 10^-decimals; checks its form on the way.
Int128 read_back(std::string_view text, const DecimalStyle& style) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view fraction = whole.size() < text.size() ? text.substr(whole.size() + 1) : std::string_view();
  expect(!whole.empty() && whole.front() != ',', "no digit before the point");
  expect(style.trim_zeros ? !fraction.ends_with('0') : std::ssize(fraction) == style.decimals, "wrong decimals");
  Int128 value = 0;
  std::size_t behind = whole.size();
  for (const char c : whole) {
    --behind;
    if (c == ',') {
      expect(style.thousands && behind % 4 == 3, "a separator at the wrong place");
    } else {
      value = value * 10 + (c - '0');
    }
  }
  for (const char c : fraction) value = value * 10 + (c - '0');
  value *= power_of_ten(style.decimals - static_cast<int>(fraction.size()));
  expect(!negative || value != 0, "minus zero");
  return negative ? -value : value;
}

/// |printed / 10^d − n / m| ≤ 1/2 · 10^−d, and half is rounded away from zero.
void expect_nearest(const std::string& text, Int128 numerator, Int128 denominator, const DecimalStyle& style) {
  const Int128 printed = read_back(text, style);
  const Int128 scaled = numerator * power_of_ten(style.decimals);
  const Int128 twice = 2 * (magnitude(printed) * denominator - magnitude(scaled));
  expect(printed == 0 || (printed < 0) == (numerator < 0), "the sign is lost");
  expect(twice > -denominator && twice <= denominator, "not the nearest number");
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  using namespace gongkai::fuzz;
  ByteSource bytes(data, size);
  const DecimalStyle style{static_cast<int>(bytes.below(7)), bytes.below(2) == 1, bytes.below(2) == 1};
  const std::size_t shrink = bytes.below(60);
  // A ledger's sums stay below this (base/money.h).
  const std::int64_t limit = 9'000 * kMaxFen;
  const Money amount = Money::from_fen((bytes.integer() >> shrink) % limit);
  expect_nearest(format_wan(amount, style), amount.fen(), kFenPerWan, style);
  expect_nearest(format_yuan(amount, style), amount.fen(), 100, style);
  expect((round_to_printed_wan(amount) - amount).abs().fen() <= 5'000, "rounded too far");
  const auto ratio = Ratio::of(amount, Money::from_fen((bytes.integer() >> bytes.below(60)) % limit));
  if (!ratio) return 0;
  const std::string percent = format_percent(*ratio, style);
  expect(percent.ends_with('%'), "no sign behind a percentage");
  const Int128 hundredfold = static_cast<Int128>(ratio->numerator()) * 100;
  expect_nearest(percent.substr(0, percent.size() - 1), hundredfold, ratio->denominator(), style);
  expect_nearest(format_ratio(*ratio, style), ratio->numerator(), ratio->denominator(), style);
  return 0;
}
