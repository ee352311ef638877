#include "input/scalar_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "input/subject_codes.h"
#include "input/text_reader.h"
#include "input/value_reader.h"

namespace gongkai {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// At most nine digits.
std::int64_t to_integer(std::string_view digits) {
  std::int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::string number_hint(std::string_view text, std::string fallback) {
  const auto corrected = corrected_number(text);
  return corrected && *corrected != text ? "应写 " + *corrected : std::move(fallback);
}

void report_number(const YamlEntry& entry, std::string_view what, std::string fallback, ReadContext& context) {
  const std::string text(trim(entry.value.text));
  context.diagnostics.error("E0214", entry.value.span, "“" + text + "”不是" + std::string(what),
                            number_hint(text, std::move(fallback)));
}

void read_integer(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  const bool octal_looking = text.size() > 1 && text.front() == '0';
  if (!all_digits(text) || text.size() > 9 || octal_looking) {
    report_number(entry, "整数", octal_looking ? "整数前面不加 0" : "只写不小于 0 的整数，不带小数和单位", context);
    return;
  }
  value.kind = ValueKind::Integer;
  value.integer = to_integer(text);
}

void read_number(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  const auto number = parse_decimal(text);
  const bool octal_looking = text.size() > 1 && text.front() == '0' && text[1] != '.';
  if (!number || octal_looking) {
    report_number(entry, "数", "只写数字，单位另写；定性指标的“方向”写“定性”", context);
    return;
  }
  value.kind = ValueKind::Number;
  value.decimal = *number;
}

void read_percent(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  std::string_view digits = text;
  if (digits.ends_with('%')) digits.remove_suffix(1);
  const auto number = parse_decimal(digits);
  std::int64_t hundred = 100;
  for (int i = 0; number && i < number->scale; ++i) hundred *= 10;
  if (!number || number->units < 0 || number->units > hundred) {
    report_number(entry, "百分数", "写成 80% 或 80，在 0 到 100 之间", context);
    return;
  }
  value.kind = ValueKind::Percent;
  value.decimal = *number;
}

void read_boolean(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  if (text != "是" && text != "否") {
    context.diagnostics.error("E0215", entry.value.span,
                              "“" + entry.key + "”要写“是”或“否”，这里是“" + std::string(text) + "”",
                              "不认 yes、true、√ 等写法");
    return;
  }
  value.kind = ValueKind::Boolean;
  value.boolean = text == "是";
}

void read_date(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  const auto date = parse_date(text);
  if (!date) {
    context.diagnostics.error("E0216", entry.value.span, "“" + std::string(text) + "”不是日期，或没有这一天",
                              "写成 2025-09-26 这样：年四位、月两位、日两位");
    return;
  }
  value.kind = ValueKind::Date;
  value.date = *date;
  value.text = std::string(text);
}

/// ≥ and ≤ are accepted for the words of an indicator's 方向.
std::string unify_operator(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSigns = {
      {{"≥", "大于等于"}, {"≤", "小于等于"}, {"＝", "等于"}, {"＞", "大于"}, {"＜", "小于"}}};
  for (const auto& [sign, word] : kSigns) {
    if (text == sign) return std::string(word);
  }
  return normalize_key(text);
}

void read_enum(AuthoredValue& value, const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  const std::string text = unify_operator(entry.value.text);
  if (std::ranges::find(shape.values, text) == shape.values.end()) {
    std::string hint = did_you_mean(text, shape.values) + "只能写";
    for (const std::string& word : shape.values) hint += (word == shape.values.front() ? "：" : "、") + word;
    context.diagnostics.error("E0217", entry.value.span, "“" + entry.key + "”不能写“" + text + "”", hint);
    return;
  }
  value.kind = ValueKind::Text;
  value.text = text;
}

void read_code(AuthoredValue& value, const YamlEntry& entry, std::string_view text, ReadContext& context) {
  if (!all_digits(text) || text.size() != 7) {
    context.diagnostics.error("E0218", entry.value.span, "“" + std::string(text) + "”不是项编码", "项编码是 7 位数字");
    return;
  }
  check_item_code(text, entry.value.span, context);
  value.kind = ValueKind::Text;
  value.text = std::string(text);
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

}  // namespace

std::optional<std::string> plain_digits(std::string_view text) {
  std::string out;
  for (char32_t c : decode_utf8(text)) {
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    if (c < U'0' || c > U'9') return std::nullopt;
    append_utf8(out, c);
  }
  return out.empty() ? std::nullopt : std::optional(out);
}

std::optional<std::string> corrected_number(std::string_view text) {
  // Separators, blanks with and without width, signs of a currency.
  static constexpr std::u32string_view kNoPart = U",， \u3000\u00A0\u2009\u202F\u200B\u200C\u200D\u2060\uFEFF'¥￥$";
  std::string out;
  for (char32_t c : decode_utf8(text)) {
    if (c >= U'！' && c <= U'～') c = c - U'！' + U'!';
    if (c == U'。' || c == U'·') c = U'.';
    if (c == U'−' || c == U'–' || c == U'—') c = U'-';
    if (kNoPart.find(c) != std::u32string_view::npos || (out.empty() && c == U'+')) continue;
    append_utf8(out, c);
  }
  const std::size_t digits = out.starts_with('-') ? 1 : 0;
  std::size_t zeros = 0;
  while (digits + zeros + 1 < out.size() && out[digits + zeros] == '0' && is_digit(out[digits + zeros + 1])) ++zeros;
  out.erase(digits, zeros);
  return parse_decimal(out) ? std::optional(out) : std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  const Date date{static_cast<int>(to_integer(year)), static_cast<int>(to_integer(month)),
                  static_cast<int>(to_integer(day))};
  if (date.year < 1949 || date.month < 1 || date.month > 12) return std::nullopt;
  return date.day >= 1 && date.day <= days_in(date.year, date.month) ? std::optional(date) : std::nullopt;
}

AuthoredValue read_scalar(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  AuthoredValue value = blank_value(entry);
  const std::string_view text = trim(entry.value.text);
  switch (shape.type) {
    case ValueType::Amount:
      return read_amount(entry, shape, context);
    case ValueType::Integer:
      read_integer(value, entry, text, context);
      break;
    case ValueType::Number:
      read_number(value, entry, text, context);
      break;
    case ValueType::Percent:
      read_percent(value, entry, text, context);
      break;
    case ValueType::Code:
      read_code(value, entry, text, context);
      break;
    case ValueType::Boolean:
      read_boolean(value, entry, text, context);
      break;
    case ValueType::Date:
      read_date(value, entry, text, context);
      break;
    case ValueType::Enum:
      read_enum(value, entry, shape, context);
      break;
    default:
      return read_text(entry, context);
  }
  return value;
}

}  // namespace gongkai
