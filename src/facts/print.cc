#include "facts/print.h"

#include "facts/quotes.h"

namespace gongkai {
namespace {

void replace_all(std::string& text, std::string_view mark, std::string_view with) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
    text.replace(at, mark.size(), with);
  }
}

DecimalStyle formatted(DecimalStyle style, std::string_view format) {
  if (format == "两位") {
    style.decimals = 2;
    style.trim_zeros = false;
  } else if (format == "整数") {
    style.decimals = 0;
  } else if (format == "千分位") {
    style.thousands = true;
  }
  return style;
}

std::string print_amount(Money amount, const DecimalStyle& base, std::string_view format) {
  const DecimalStyle style = formatted(base, format);
  if (format == "绝对值") amount = amount.abs();
  if (format == "元") return format_yuan(amount, DecimalStyle{2, style.trim_zeros, style.thousands});
  return format_wan(amount, style);
}

/// The last segment of "收支总计.较上年" without 较; what the figure is compared with.
std::string base_word(const std::string& change_name) {
  constexpr std::string_view kMark = ".较";
  const auto at = change_name.rfind(kMark);
  return at == std::string::npos ? "基数" : change_name.substr(at + kMark.size());
}

std::string smallest_percent(const DecimalStyle& style) {
  std::string text = "0";
  if (style.decimals > 0) text += "." + std::string(static_cast<std::size_t>(style.decimals) - 1, '0') + "1";
  return (style.decimals == 0 ? "1" : text) + "%";
}

/// What is there but rounds to nothing must not read as none.
std::string print_percent(Ratio ratio, const DecimalStyle& style) {
  const std::string text = format_percent(ratio, style);
  const bool hidden = Ratio() < ratio && text == format_percent(Ratio(), style);
  return hidden ? "不足" + smallest_percent(style) : text;
}

/// 幅度 in words.
std::string print_rate(Money difference, Money base, const PrintStyle& style) {
  const auto rate = Ratio::of(difference.abs(), base.abs());
  if (!rate) return {};
  return print_percent(*rate, style.numbers.percent);
}

std::string print_change(const Fact& fact, const ChangeValue& change, const PrintStyle& style) {
  const auto found = style.wording.phrases.find(change.change_case);
  std::string phrase =
      found == style.wording.phrases.end() ? std::string(change_case_name(change.change_case)) : found->second;
  const std::string base_name = base_word(fact.name);
  if (change.base != nullptr) {
    const Money difference = *change.current->amount() - *change.base->amount();
    const DecimalStyle& amount = style.numbers.prose_amount;
    const std::string size = format_wan(difference.abs(), amount);
    if (!difference.is_zero() && size == format_wan(Money(), amount)) return "与" + base_name + "基本持平";
    replace_all(phrase, "{绝对额}", size);
    replace_all(phrase, "{幅度}", print_rate(difference, *change.base->amount(), style));
  }
  replace_all(phrase, "{基数}", base_name);
  return phrase;
}

std::string join_pieces(const std::vector<QuotedPiece>& pieces) {
  std::string text;
  for (const QuotedPiece& piece : pieces) text += piece.text;
  return text;
}

std::string print_lines(const Fact& fact, const std::vector<TextLine>& lines, const PrintStyle& style) {
  std::string text;
  for (const TextLine& line : lines) {
    if (!text.empty()) text += "\n";
    text += join_pieces(expand_quotes(fact, line, style));
  }
  return text;
}

std::string print_date(Date date, const std::string& format) {
  std::string text = format;
  replace_all(text, "{年}", std::to_string(date.year));
  replace_all(text, "{月}", std::to_string(date.month));
  replace_all(text, "{日}", std::to_string(date.day));
  return text;
}

/// A number that is not money: as authored, or the exact result to two decimals.
std::string print_number(const Fact& fact, std::string_view format) {
  std::string text;
  if (const auto* number = std::get_if<Decimal>(&fact.value)) {
    text = to_string(*number);
  } else if (const auto* count = std::get_if<std::int64_t>(&fact.value)) {
    text = format_integer(*count, format == "千分位");
  } else if (const auto* ratio = std::get_if<Ratio>(&fact.value)) {
    text = format_ratio(*ratio, formatted(DecimalStyle{2, true, false}, format));
  }
  return format == "数值" ? text : text + fact.unit;
}

std::string print_common(const Fact& fact, const PrintStyle& style, std::string_view format) {
  switch (fact.type) {
    case FactType::Count:
    case FactType::Number:
      return print_number(fact, format);
    case FactType::Ratio: {
      const auto* ratio = std::get_if<Ratio>(&fact.value);
      return ratio == nullptr ? print_number(fact, format)
                              : print_percent(*ratio, formatted(style.numbers.percent, format));
    }
    case FactType::Boolean:
      return std::get<bool>(fact.value) ? "是" : "否";
    case FactType::Date:
      return print_date(std::get<Date>(fact.value), style.date_format);
    case FactType::Change:
      return print_change(fact, std::get<ChangeValue>(fact.value), style);
    default:
      break;
  }
  if (fact.text() != nullptr) return join_pieces(expand_quotes(fact, style));
  const auto* lines = std::get_if<std::vector<TextLine>>(&fact.value);
  return lines == nullptr ? std::string() : print_lines(fact, *lines, style);
}

}  // namespace

ChangeWording ChangeWording::standard() {
  return ChangeWording{{{ChangeCase::Increase, "增加{绝对额}万元，增长{幅度}"},
                        {ChangeCase::Decrease, "减少{绝对额}万元，下降{幅度}"},
                        {ChangeCase::Flat, "与{基数}持平"},
                        {ChangeCase::BothZero, "与{基数}均为零"},
                        {ChangeCase::FromZero, "增加{绝对额}万元，{基数}为零，不计算增长率"},
                        {ChangeCase::ToZero, "减少{绝对额}万元，下降{幅度}"},
                        {ChangeCase::NoBase, "无{基数}数可比"}}};
}

std::string print_in_prose(const Fact& fact, const PrintStyle& style, std::string_view format) {
  if (!fact.exists()) return {};
  if (const Money* amount = fact.amount()) return print_amount(*amount, style.numbers.prose_amount, format);
  return print_common(fact, style, format);
}

std::string print_in_cell(const Fact& fact, const PrintStyle& style, std::string_view format) {
  if (!fact.exists()) return {};
  if (const Money* amount = fact.amount()) {
    if (amount->is_zero() && style.numbers.table_zero_blank) return {};
    return print_amount(*amount, style.numbers.table_amount, format);
  }
  if (fact.type == FactType::Count && style.numbers.table_zero_blank && std::get<std::int64_t>(fact.value) == 0) {
    return {};
  }
  return print_common(fact, style, format);
}

}  // namespace gongkai
