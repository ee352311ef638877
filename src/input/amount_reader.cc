// Amounts: exact 分 from the scalar's text, and for each way of getting it wrong what should have been written.
#include <string>
#include <utility>

#include "base/utf8.h"
#include "input/scalar_reader.h"
#include "input/value_reader.h"
#include "yaml/unprintable.h"

namespace gongkai {
namespace {

std::string_view unit_word(LedgerUnit unit) {
  return unit == LedgerUnit::Yuan ? "元" : "万元";
}

void cut_zeros(std::string& number) {
  if (number.find('.') == std::string::npos) return;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) number.pop_back();
}

/// An exact amount as it would be authored in `unit`.
std::string authored(Money amount, LedgerUnit unit) {
  std::string number = to_string(Decimal{amount.fen(), unit == LedgerUnit::Yuan ? 2 : 6});
  cut_zeros(number);
  return number;
}

/// "12万元" in a ledger of 元 is 120000; in one of 万元 just 12.
std::string without_unit(std::string text, LedgerUnit unit) {
  const auto written = text.ends_with("亿元")   ? std::string_view("亿元")
                       : text.ends_with("万元") ? std::string_view("万元")
                                                : std::string_view("元");
  if (!text.ends_with(written) || written == "亿元") return {};
  text.erase(text.size() - written.size());
  const LedgerUnit meant = written == "万元" ? LedgerUnit::WanYuan : LedgerUnit::Yuan;
  const auto number = corrected_number(text);
  const ParsedAmount parsed = parse_amount(number.value_or(""), meant);
  return parsed.value ? authored(*parsed.value, unit) : std::string();
}

/// (303.10), as accountants write what is below zero: the number meant, or empty.
std::string in_brackets(std::string_view text, LedgerUnit unit) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const auto inside = corrected_number(text.substr(open.size(), text.size() - open.size() - close.size()));
    if (inside && !inside->starts_with('-') && parse_amount(*inside, unit).value) return *inside;
  }
  return {};
}

struct Complaint {
  std::string message;
  std::string hint;
};

Complaint complain_decimals(LedgerUnit unit) {
  if (unit == LedgerUnit::Yuan) {
    return {"小数位数太多：金额单位是元，最多两位小数（到分）",
            "若这是万元数，请换算成元；或检查“金额单位”是不是应写万元"};
  }
  return {"小数位数太多：金额单位是万元，最多六位小数（到分）", "请按会计账上到分的数写"};
}

Complaint complain(const std::string& text, AmountError error, LedgerUnit unit) {
  const auto corrected = corrected_number(text);
  const std::string write = corrected && parse_amount(*corrected, unit).value ? "应写 " + *corrected : std::string();
  const std::string bracketed = in_brackets(text, unit);
  if (!bracketed.empty()) return {"括号不表示负数", "红字写 -" + bracketed + "，否则写 " + bracketed};
  if (visible_key(text) != text)
    return {"金额里夹着看不见的字符（零宽空格之类）", write.empty() ? "请重新输入" : write};
  switch (error) {
    case AmountError::ThousandsSeparator:
      return {"金额里有千分位逗号", write.empty() ? "请去掉逗号" : write};
    case AmountError::FullWidth:
      return {"金额里有全角数字或标点", write.empty() ? "请改用半角数字；大括号里各项用半角逗号隔开" : write};
    case AmountError::Exponent:
      return {"金额不能用指数写法", "请写成完整的数，例如 120000"};
    case AmountError::UnitInside: {
      const std::string bare = without_unit(text, unit);
      return {"金额里不写单位（本文件的金额单位是" + std::string(unit_word(unit)) + "）",
              bare.empty() ? "请只写数字" : "应写 " + bare};
    }
    case AmountError::NaNOrInf:
      return {"这不是一个数", "请写实际的金额，没有就写 0"};
    case AmountError::LeadingZero:
      return {"金额前面多了 0，看起来像编码或八进制数",
              write.empty() ? "请去掉前面的 0" : write + "；若这是编码，请检查是不是写错了位置"};
    case AmountError::TooManyDecimals:
      return complain_decimals(unit);
    case AmountError::TooLarge:
      return {"金额太大，超过十万亿元", "请检查“金额单位”和小数点"};
    case AmountError::Empty:
    case AmountError::NotANumber:
      break;
  }
  const bool dash = text == "-" || text == "—" || text == "——" || text == "/" || text == "无";
  return {"金额要写数字", dash ? "没有就写 0，或删去这一行" : write.empty() ? "只写数字和小数点，例如 1234.5" : write};
}

void check_sign(const YamlEntry& entry, const Shape& shape, Money amount, ReadContext& context) {
  if (amount.fen() >= 0 || shape.sign == Sign::Any) return;
  if (shape.sign == Sign::RedInk) {
    context.diagnostics.warning("W0223", entry.value.span, "“" + entry.key + "”是负数", "只有红字更正才写负数，请核对");
  } else {
    context.diagnostics.error("E0223", entry.value.span, "“" + entry.key + "”不能是负数",
                              "负数只用于收入、支出的红字更正和非财政拨款的年初、年末");
  }
}

}  // namespace

AuthoredValue read_amount(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  AuthoredValue value = blank_value(entry);
  const std::string text(trim(entry.value.text));
  const ParsedAmount parsed = parse_amount(text, context.unit);
  if (!parsed.value) {
    Complaint complaint = complain(text, parsed.error, context.unit);
    context.diagnostics.error("E0212", entry.value.span,
                              "“" + entry.key + "”写成了“" + text + "”：" + complaint.message,
                              std::move(complaint.hint));
    return value;
  }
  check_sign(entry, shape, *parsed.value, context);
  value.kind = ValueKind::Amount;
  value.amount = *parsed.value;
  value.text = text;
  return value;
}

}  // namespace gongkai
