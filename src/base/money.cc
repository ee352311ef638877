#include "base/money.h"

#include <algorithm>

#include "base/utf8.h"

namespace gongkai {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct DecimalText {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
};

/// Splits "-12.50"; empty when the text is not exactly a plain decimal.
std::optional<DecimalText> split_decimal(std::string_view text) {
  DecimalText out;
  if (!text.empty() && text.front() == '-') {
    out.negative = true;
    text.remove_prefix(1);
  }
  const auto dot = text.find('.');
  out.whole = text.substr(0, dot);
  if (dot != std::string_view::npos) out.fraction = text.substr(dot + 1);
  const bool fraction_missing = dot != std::string_view::npos && out.fraction.empty();
  if (out.whole.empty() || fraction_missing) return std::nullopt;
  if (!std::ranges::all_of(out.whole, is_digit)) return std::nullopt;
  if (!std::ranges::all_of(out.fraction, is_digit)) return std::nullopt;
  return out;
}

bool contains_full_width(std::string_view text) {
  for (char32_t c : decode_utf8(text)) {
    if ((c >= 0xFF01 && c <= 0xFF5E) || c == 0x3000 || c == 0x3002) return true;
  }
  return false;
}

AmountError classify_failure(std::string_view text) {
  if (contains_full_width(text)) return AmountError::FullWidth;
  if (text.find(',') != std::string_view::npos) return AmountError::ThousandsSeparator;
  if (text.find("元") != std::string_view::npos) return AmountError::UnitInside;
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (lower.find("nan") != std::string::npos || lower.find("inf") != std::string::npos) return AmountError::NaNOrInf;
  const auto e = lower.find('e');
  if (e != std::string::npos && e > 0 && is_digit(lower[e - 1])) return AmountError::Exponent;
  return AmountError::NotANumber;
}

/// Digits to an integer; empty above `limit`.
std::optional<std::int64_t> to_integer(std::string_view digits, std::int64_t limit) {
  std::int64_t value = 0;
  for (char c : digits) {
    value = value * 10 + (c - '0');
    if (value > limit) return std::nullopt;
  }
  return value;
}

}  // namespace

ParsedAmount parse_amount(std::string_view text, LedgerUnit unit) {
  if (text.empty()) return {std::nullopt, AmountError::Empty};
  const auto parts = split_decimal(text);
  if (!parts) return {std::nullopt, classify_failure(text)};
  if (parts->whole.size() > 1 && parts->whole.front() == '0') return {std::nullopt, AmountError::LeadingZero};
  const std::size_t decimals = unit == LedgerUnit::Yuan ? 2 : 6;
  if (parts->fraction.size() > decimals) return {std::nullopt, AmountError::TooManyDecimals};
  std::string digits(parts->whole);
  digits += parts->fraction;
  digits.append(decimals - parts->fraction.size(), '0');
  const auto fen = to_integer(digits, kMaxFen);
  if (!fen) return {std::nullopt, AmountError::TooLarge};
  return {Money::from_fen(parts->negative ? -*fen : *fen), AmountError::Empty};
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const auto parts = split_decimal(text);
  if (!parts || parts->fraction.size() > 6) return std::nullopt;
  std::string digits(parts->whole);
  digits += parts->fraction;
  const auto units = to_integer(digits, kMaxFen);
  if (!units) return std::nullopt;
  return Decimal{parts->negative ? -*units : *units, static_cast<int>(parts->fraction.size())};
}

std::string to_string(Decimal value) {
  const bool negative = value.units < 0;
  std::string digits = std::to_string(negative ? -value.units : value.units);
  const auto scale = static_cast<std::size_t>(value.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, ".");
  return negative ? "-" + digits : digits;
}

}  // namespace gongkai
