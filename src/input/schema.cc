#include "input/schema.h"

#include <utility>

#include "input/schema_parts.h"

namespace gongkai {

std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::Amount:
      return "金额";
    case ValueType::AmountItem:
      return "金额项";
    case ValueType::Integer:
      return "整数";
    case ValueType::Number:
      return "数";
    case ValueType::Figure:
      return "数（定性时文字）";
    case ValueType::Percent:
      return "百分数";
    case ValueType::Code:
      return "编码";
    case ValueType::Text:
      return "文字";
    case ValueType::LongText:
      return "长文";
    case ValueType::Boolean:
      return "是否";
    case ValueType::Date:
      return "日期";
    case ValueType::Enum:
      return "枚举";
    case ValueType::Map:
      return "映射";
    case ValueType::List:
      return "列表";
  }
  return "";
}

const std::vector<Refusal>& derived_keys() {
  static const std::vector<Refusal> keys = {
      schema::derived("合计", "下面各项相加"),
      schema::derived("小计", "下面各项相加"),
      schema::derived("总计", "各项相加"),
      schema::derived("本年收入合计", "收入各项相加"),
      schema::derived("本年支出合计", "支出各项相加"),
      schema::derived("收支总计", "收入、结转结余各项相加"),
      schema::derived("占比", "它与合计之比"),
      schema::derived("比例", "两个数之比"),
      schema::derived("完成率", "决算与预算之比"),
      schema::derived("执行率", "执行数与预算数之比"),
      schema::derived("完成比例", "决算与预算之比"),
      schema::derived("增减额", "两个年度的数相减"),
      schema::derived("增减幅", "两个年度的数之比"),
      schema::derived("较上年", "两个年度的数相减"),
      schema::derived("增减率", "两个年度的数之比"),
      schema::derived("人员经费", "经济分类各款相加"),
      schema::derived("人员经费合计", "经济分类各款相加"),
      schema::derived("公用经费合计", "经济分类各款相加"),
      schema::derived("执行率得分", "执行率"),
      schema::derived("总分", "各项得分相加"),
      schema::derived("等次", "总分"),
      schema::derived("项目数", "项目绩效的条数"),
      schema::derived("平均分", "各项目的得分"),
  };
  return keys;
}

namespace schema {

Shape amount(Sign sign) {
  return {.type = ValueType::Amount, .sign = sign};
}

Shape amount_item(Sign sign, std::vector<Field> notes) {
  notes.insert(notes.begin(), required("金额", amount(sign), "数额"));
  return {.type = ValueType::AmountItem, .sign = sign, .fields = std::move(notes), .shorthand = "金额"};
}

Shape integer() {
  return {.type = ValueType::Integer};
}
Shape number() {
  return {.type = ValueType::Number};
}
Shape text() {
  return {.type = ValueType::Text};
}
Shape long_text() {
  return {.type = ValueType::LongText};
}
Shape boolean() {
  return {.type = ValueType::Boolean};
}
Shape date() {
  return {.type = ValueType::Date};
}

Shape one_of(std::vector<std::string> values) {
  return {.type = ValueType::Enum, .values = std::move(values)};
}

Shape map(std::vector<Field> fields, std::vector<KeyPattern> patterns) {
  return {.type = ValueType::Map, .fields = std::move(fields), .patterns = std::move(patterns)};
}

Shape list_of(Shape element) {
  Shape list{.type = ValueType::List};
  list.element.push_back(std::move(element));
  return list;
}

Field optional(std::string key, Shape shape, std::string description) {
  return {std::move(key), std::move(shape), std::move(description), Need::Optional, {}, {}};
}

Field advised(std::string key, Shape shape, std::string description) {
  return {std::move(key), std::move(shape), std::move(description), Need::Advised, {}, {}};
}

Field required(std::string key, Shape shape, std::string description) {
  return {std::move(key), std::move(shape), std::move(description), Need::Required, {}, {}};
}

Field difference_reason() {
  return optional("差异原因", text(), "决算与预算不同的原因");
}
Field change_reason() {
  return optional("变动原因", text(), "决算与上年不同的原因");
}
Field purpose(std::string description) {
  return optional("用途", text(), std::move(description));
}

KeyPattern by_code(KeyKind kind, std::vector<std::size_t> digits, std::string placeholder, Shape shape,
                   std::string description) {
  return {kind, std::move(digits), std::move(placeholder), std::move(shape), std::move(description), {}, {}};
}

KeyPattern refused_code(KeyKind kind, std::vector<std::size_t> digits, std::string refusal, std::string hint) {
  return {kind, std::move(digits), {}, {}, {}, std::move(refusal), std::move(hint)};
}

KeyPattern by_name(std::string placeholder, Shape shape, std::string description) {
  return {KeyKind::Name, {}, std::move(placeholder), std::move(shape), std::move(description), {}, {}};
}

Refusal derived(std::string key, const std::string& from) {
  return {std::move(key), "E0208", "不用写：此数由" + from + "算出", "请删去；要核对会计系统的数，写到“核对”里"};
}

Refusal elsewhere(std::string key, std::string reason, std::string hint) {
  return {std::move(key), "E0221", std::move(reason), std::move(hint)};
}

}  // namespace schema
}  // namespace gongkai
