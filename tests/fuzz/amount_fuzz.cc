// Amounts and decimals against a second reading in 128 bits; what is read prints back to the same number.
#include <optional>

#include "base/money.h"
#include "base/number_format.h"
#include "base/wide.h"
#include "input/scalar_reader.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// [-]digits[.digits] with at most `decimals` of them, as units of 10^-decimals; empty for anything else.
std::optional<Int128> second_reading(std::string_view text, int decimals) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 30 || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  Int128 value = 0;
  int behind = -1;
  for (const char c : text) {
    if (c == '.' && behind < 0) {
      behind = 0;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
    if (behind >= 0) ++behind;
  }
  for (behind = behind < 0 ? 0 : behind; behind < decimals; ++behind) value *= 10;
  if (behind > decimals) return std::nullopt;
  return negative ? -value : value;
}

bool has_leading_zero(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text.size() > 1 && text[0] == '0' && text[1] != '.';
}

void check_amount(std::string_view text, LedgerUnit unit) {
  const int decimals = unit == LedgerUnit::Yuan ? 2 : 6;
  const ParsedAmount parsed = parse_amount(text, unit);
  const auto wanted = second_reading(text, decimals);
  const bool small = wanted && *wanted <= kMaxFen && *wanted >= -kMaxFen;
  if (text.size() <= 30) {
    expect(parsed.value.has_value() == (small && !has_leading_zero(text)), "accepted and refused differ");
  }
  if (!parsed.value) return;
  expect(wanted && parsed.value->fen() == static_cast<std::int64_t>(*wanted), "another amount than written");
  const DecimalStyle exact{decimals, true, false};
  const std::string printed =
      unit == LedgerUnit::Yuan ? format_yuan(*parsed.value, exact) : format_wan(*parsed.value, exact);
  expect(parse_amount(printed, unit).value == parsed.value, "does not read back as printed");
}

void check_decimal(std::string_view text) {
  const auto decimal = parse_decimal(text);
  if (!decimal) return;
  expect(parse_decimal(to_string(*decimal)) == decimal, "a decimal does not read back as printed");
}

void check_correction(std::string_view text) {
  const auto corrected = corrected_number(text);
  if (!corrected) return;
  expect(parse_decimal(*corrected).has_value(), "the hint is no number");
  expect(!has_leading_zero(*corrected), "the hint would be refused");
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  using namespace gongkai::fuzz;
  const std::string text = valid_text({reinterpret_cast<const char*>(data), size});
  check_amount(text, LedgerUnit::Yuan);
  check_amount(text, LedgerUnit::WanYuan);
  check_decimal(text);
  check_correction(text);
  return 0;
}
