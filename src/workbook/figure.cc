#include "workbook/figure.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::int64_t kFenPerYuan = 100;
// Integers up to 2^53 are exact in a double; a quotient of one by 10^6 then still prints its own decimals.
constexpr std::int64_t kMaxExact = std::int64_t{1} << 53;
constexpr const char* kNeverPrinted = ";;;";

bool fits(std::int64_t value) {
  return value <= kMaxExact && value >= -kMaxExact;
}

int decimals_in(std::string_view text) {
  const std::size_t point = text.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

Figure amount_figure(Money amount, const std::string& text, std::int64_t fen_per_unit, const NumberStyle& style) {
  Figure figure{FigureKind::Number, amount_as_double(amount, fen_per_unit), {}, fen_per_unit, text};
  const bool thousands = style.table_amount.thousands || text.find(',') != std::string::npos;
  const bool rounds_to_zero = text.find_first_of("123456789") == std::string::npos;
  figure.number_format = amount_number_format(decimals_in(text), thousands, style.table_zero_blank);
  // A negative value that rounds to zero prints without a sign in the document; Excel would show -0.00.
  if (rounds_to_zero && amount < Money()) {
    const std::string positive = amount_number_format(decimals_in(text), thousands, false);
    figure.number_format = positive + ";" + positive;
  }
  return figure;
}

Figure blank_amount(Money amount, const NumberStyle& style) {
  const int decimals = style.table_amount.decimals;
  Figure figure{FigureKind::Blank, 0, {}, kFenPerWan, {}};
  figure.number_format = amount_number_format(decimals, style.table_amount.thousands, style.table_zero_blank);
  if (amount.is_zero()) return figure;
  // Too small to show: the cell keeps the amount and prints nothing, as in the document.
  const std::string rounded = format_wan(amount, DecimalStyle{decimals, false, false});
  if (rounded != format_wan(Money(), DecimalStyle{decimals, false, false})) {
    figure.kind = FigureKind::Mismatch;
    return figure;
  }
  figure.kind = FigureKind::Number;
  figure.value = amount_as_double(amount, kFenPerWan);
  figure.number_format = kNeverPrinted;
  return figure;
}

Figure money_figure(Money amount, const std::string& text, const NumberStyle& style) {
  if (!fits(amount.fen())) return {FigureKind::TooLarge, 0, {}, 0, text};
  if (text.empty()) return blank_amount(amount, style);
  const bool thousands = text.find(',') != std::string::npos;
  const DecimalStyle shown{decimals_in(text), false, thousands};
  if (format_wan(amount, shown) == text) return amount_figure(amount, text, kFenPerWan, style);
  if (format_yuan(amount, shown) == text) return amount_figure(amount, text, kFenPerYuan, style);
  return {FigureKind::Mismatch, 0, {}, 0, text};
}

std::optional<std::int64_t> integer_in(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
  // “01” is a label, not the number 1.
  if (!whole || format_integer(value) != text || !fits(value)) return std::nullopt;
  return value;
}

Figure count_figure(const Cell& cell, const std::string& text) {
  const auto* value = cell.fact == nullptr ? nullptr : std::get_if<std::int64_t>(&cell.fact->value);
  if (value == nullptr) return {text.empty() ? FigureKind::Blank : FigureKind::Text, 0, {}, 0, text};
  if (!fits(*value)) return {FigureKind::TooLarge, 0, {}, 0, text};
  if (text.empty()) return {*value == 0 ? FigureKind::Blank : FigureKind::Mismatch, 0, {}, 0, text};
  for (const bool thousands : {false, true}) {
    if (format_integer(*value, thousands) != text) continue;
    return {FigureKind::Number, static_cast<double>(*value), thousands ? "#,##0" : "0", 0, text};
  }
  return {FigureKind::Text, 0, {}, 0, text};  // with its unit: “3辆”
}

}  // namespace

double amount_as_double(Money amount, std::int64_t fen_per_unit) {
  // Both are exact, so IEEE division yields the double nearest to the decimal.
  return static_cast<double>(amount.fen()) / static_cast<double>(fen_per_unit);
}

Figure figure_of(const Cell& cell, const NumberStyle& style) {
  const std::string text(trim(plain_text(cell.runs)));
  if (cell.kind == CellKind::LineNumber) {
    const std::optional<std::int64_t> number = integer_in(text);
    if (number) return {FigureKind::Number, static_cast<double>(*number), {}, 0, text};
  }
  if (cell.kind == CellKind::Count) return count_figure(cell, text);
  const Money* amount = cell.kind == CellKind::Amount && cell.fact != nullptr ? cell.fact->amount() : nullptr;
  if (amount != nullptr) return money_figure(*amount, text, style);
  if (!text.empty()) return {FigureKind::Text, 0, {}, 0, text};
  return cell.kind == CellKind::Amount ? blank_amount(Money(), style) : Figure{};
}

Money amount_of(const Cell& cell) {
  const Money* amount = cell.fact == nullptr ? nullptr : cell.fact->amount();
  return amount == nullptr ? Money() : *amount;
}

std::string amount_number_format(int decimals, bool thousands, bool zero_blank) {
  std::string positive = thousands ? "#,##0" : "0";
  if (decimals > 0) positive += "." + std::string(static_cast<std::size_t>(decimals), '0');
  return zero_blank ? positive + ";-" + positive + ";" : positive;
}

}  // namespace gongkai
