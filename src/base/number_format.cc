#include "base/number_format.h"

#include <array>
#include <string_view>

namespace gongkai {
namespace {

using Wide = Int128;

Wide power_of_ten(int exponent) {
  Wide value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

/// numerator / denominator (> 0), rounded half away from zero.
Wide round_half_up(Wide numerator, Wide denominator) {
  const bool negative = numerator < 0;
  const Wide magnitude = negative ? -numerator : numerator;
  const Wide rounded = (magnitude * 2 + denominator) / (denominator * 2);
  return negative ? -rounded : rounded;
}

std::string digits_of(Wide value) {
  if (value == 0) return "0";
  std::string out;
  for (; value > 0; value /= 10) out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  return out;
}

void insert_thousands(std::string& whole) {
  for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) {
    whole.insert(static_cast<std::size_t>(at), ",");
  }
}

std::string format_fraction(Wide numerator, Wide denominator, const DecimalStyle& style) {
  Wide scaled = round_half_up(numerator * power_of_ten(style.decimals), denominator);
  const bool negative = scaled < 0;
  if (negative) scaled = -scaled;
  const Wide unit = power_of_ten(style.decimals);
  std::string whole = digits_of(scaled / unit);
  std::string fraction = style.decimals == 0 ? std::string() : digits_of(scaled % unit);
  fraction.insert(0, static_cast<std::size_t>(style.decimals) - fraction.size(), '0');
  if (style.trim_zeros) {
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  }
  if (style.thousands) insert_thousands(whole);
  std::string out = negative ? "-" : "";
  out += whole;
  if (!fraction.empty()) out += "." + fraction;
  return out;
}

}  // namespace

std::string format_wan(Money amount, const DecimalStyle& style) {
  return format_fraction(amount.fen(), kFenPerWan, style);
}

std::string format_yuan(Money amount, const DecimalStyle& style) {
  return format_fraction(amount.fen(), 100, style);
}

std::string format_percent(Ratio ratio, const DecimalStyle& style) {
  return format_fraction(static_cast<Wide>(ratio.numerator()) * 100, ratio.denominator(), style) + "%";
}

std::string format_ratio(Ratio ratio, const DecimalStyle& style) {
  return format_fraction(ratio.numerator(), ratio.denominator(), style);
}

std::string format_integer(std::int64_t value, bool thousands) {
  return format_fraction(value, 1, DecimalStyle{0, false, thousands});
}

Money round_to_printed_wan(Money amount) {
  constexpr std::int64_t kFenPerCentOfWan = kFenPerWan / 100;
  return Money::from_fen(static_cast<std::int64_t>(round_half_up(amount.fen(), kFenPerCentOfWan)) * kFenPerCentOfWan);
}

std::string chinese_ordinal(int value) {
  static constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                               "五", "六", "七", "八", "九"};
  const auto tens = static_cast<std::size_t>(value / 10 % 10);
  const auto ones = static_cast<std::size_t>(value % 10);
  std::string out;
  if (tens > 1) out += kDigits[tens];
  if (tens > 0) out += "十";
  out += kDigits[ones];
  return out;
}

}  // namespace gongkai
