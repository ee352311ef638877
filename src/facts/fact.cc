#include "facts/fact.h"

#include <array>

#include "expr/parse.h"

namespace gongkai {

std::string_view change_case_name(ChangeCase value) {
  static constexpr std::array<std::string_view, 7> kNames = {"增加",     "减少",   "持平",  "均为零",
                                                             "由零增加", "减至零", "无基数"};
  return kNames[static_cast<std::size_t>(value)];
}

int direction_of(ChangeCase value) {
  switch (value) {
    case ChangeCase::Increase:
    case ChangeCase::FromZero:
      return 1;
    case ChangeCase::Decrease:
    case ChangeCase::ToZero:
      return -1;
    default:
      return 0;
  }
}

std::string_view fact_type_name(FactType type) {
  static constexpr std::array<std::string_view, 11> kNames = {"金额", "计数", "数",   "比率", "文字", "长文",
                                                              "是否", "日期", "变化", "列表", "元素"};
  return kNames[static_cast<std::size_t>(type)];
}

std::optional<FactType> fact_type_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(FactType::Record); ++i) {
    if (fact_type_name(static_cast<FactType>(i)) == name) return static_cast<FactType>(i);
  }
  return std::nullopt;
}

const Fact* FactRecord::find(std::string_view field) const {
  for (const auto& [name, fact] : fields) {
    if (name == field) return fact;
  }
  return nullptr;
}

std::string formula_of(const Fact& fact) {
  if (fact.expression == nullptr) return fact.formula;
  return to_words(*fact.expression, [&fact](const std::string& name) -> std::string {
    for (const auto& [variable, value] : fact.bindings) {
      if (variable == name) return value;
    }
    return {};
  });
}

std::string what_of(const AuthoredInput& input) {
  if (input.entry == nullptr) return input.what;
  std::string what(book_name(input.entry->book));
  for (const std::string* part : {&input.entry->fund, &input.entry->code, &input.entry->column}) {
    if (!part->empty()) what += "." + *part;
  }
  return what;
}

std::string text_of(const AuthoredInput& input) {
  return input.entry == nullptr ? input.text : authored_amount(input.entry->amount, input.unit);
}

std::string authored_amount(Money amount, LedgerUnit unit) {
  const bool wan = unit == LedgerUnit::WanYuan;
  std::string text = to_string(Decimal{amount.fen(), wan ? 6 : 2});
  const std::size_t keep = text.find('.') + 3;
  while (text.size() > keep && text.back() == '0') text.pop_back();
  return text + (wan ? "万元" : "元");
}

std::size_t count_addends(const Fact& fact) {
  std::size_t count = fact.authored.size();
  for (const FactInput& input : fact.inputs) {
    if (input.sign != 0 && input.fact != nullptr) count += count_addends(*input.fact);
  }
  return count;
}

}  // namespace gongkai
