// The rows of 指标 as facts: what is written, and the scores that follow from it.
#include "facts/arithmetic.h"
#include "facts/evaluator.h"
#include "facts/indicators.h"

namespace gongkai {
namespace {

std::string text_at(const AuthoredValue& row, std::string_view key) {
  const AuthoredValue* node = row.find(key);
  return node != nullptr && node->kind == ValueKind::Text ? node->text : std::string();
}

std::optional<Ratio> number_of(const AuthoredValue* node) {
  if (node == nullptr) return std::nullopt;
  switch (node->kind) {
    case ValueKind::Integer:
      return Ratio::of(node->integer, 1);
    case ValueKind::Number:
      return ratio_of(node->decimal);
    case ValueKind::Percent:
      return ratio_of(Decimal{node->decimal.units, node->decimal.scale + 2});
    case ValueKind::Text: {
      const auto value = parse_decimal(node->text);
      return value ? ratio_of(*value) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<Ratio> number_of(const FactValue& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return Ratio::of(*count, 1);
  if (const auto* number = std::get_if<Decimal>(&value)) return ratio_of(*number);
  if (const auto* ratio = std::get_if<Ratio>(&value)) return *ratio;
  return std::nullopt;
}

/// Texts of a column where an empty cell repeats the one above.
std::vector<std::string> carried_down(const std::vector<const AuthoredValue*>& rows, std::string_view key) {
  std::vector<std::string> texts;
  for (const AuthoredValue* row : rows) {
    std::string text = text_at(*row, key);
    texts.push_back(text.empty() && !texts.empty() ? texts.back() : std::move(text));
  }
  return texts;
}

}  // namespace

/// What one table of indicators needs to become records.
struct FactBook::Impl::IndicatorTable {
  std::vector<const AuthoredValue*> rows;
  std::vector<IndicatorRow> scored;
  std::vector<std::optional<Ratio>> scores;
  std::vector<std::string> first_level;
  std::vector<std::string> second_level;
  std::vector<std::int64_t> first_spans;
  std::vector<std::int64_t> second_spans;
  std::vector<std::int64_t> group_spans;
};

std::vector<FactRecord> FactBook::Impl::indicator_rows(const ListDefinition& list, const Environment& environment,
                                                       const std::string& name) {
  const AuthoredValue* root = row_of(environment);
  std::vector<std::string> path;
  for (const NameSegment& segment : list.path) path.push_back(segment.text);
  const AuthoredValue* node = descend(root, path);
  std::vector<FactRecord> records;
  if (node == nullptr) return records;
  IndicatorTable table;
  std::vector<std::string> groups;
  std::vector<std::string> pairs;
  for (const AuthoredValue& child : node->children) table.rows.push_back(&child);
  table.first_level = carried_down(table.rows, "一级");
  table.second_level = carried_down(table.rows, "二级");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    table.scored.push_back(indicator_row(*table.rows[i]));
    const std::string& group = table.scored.back().group;
    groups.push_back(group.empty() ? "#" + std::to_string(i) : group);
    pairs.push_back(table.first_level[i] + "." + table.second_level[i]);
  }
  table.scores = indicator_scores(table.scored);
  table.first_spans = spans_of_equal(table.first_level);
  table.second_spans = spans_of_equal(pairs);
  table.group_spans = spans_of_equal(groups);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Bindings bindings = {{"三级", text_at(*table.rows[i], "三级")}};
    Environment inner;
    inner.outer = &environment;
    inner.bindings = &bindings;
    const std::string prefix = list.element_name.empty() ? name + "." + std::to_string(i + 1)
                                                         : filled(list.element_name, &inner, list.span).value_or(name);
    records.push_back(indicator_record(table, i, prefix));
  }
  return records;
}

IndicatorRow FactBook::Impl::indicator_row(const AuthoredValue& node) {
  IndicatorRow row;
  row.kind = indicator_kind(text_at(node, "性质"), text_at(node, "方向"));
  row.target = number_of(node.find("目标"));
  const std::string quoted = text_at(node, "引用");
  row.actual = quoted.empty() ? number_of(node.find("实际")) : number_of(business_figure(quoted).value);
  row.degree = number_of(node.find("完成程度"));
  if (!row.degree && row.kind == IndicatorKind::Qualitative && !text_at(node, "实际").empty() &&
      text_at(node, "实际") == text_at(node, "目标")) {
    row.degree = Ratio::of(1, 1);
  }
  row.weight = number_of(node.find("分值"));
  row.manual_score = number_of(node.find("得分"));
  row.group = text_at(node, "组");
  return row;
}

FactRecord FactBook::Impl::indicator_record(const IndicatorTable& table, std::size_t at, const std::string& prefix) {
  FactRecord record;
  const AuthoredValue& node = *table.rows[at];
  const IndicatorRow& row = table.scored[at];
  std::string base = prefix;
  for (int copy = 2; memory_.contains(base + ".三级"); ++copy) base = prefix + "（" + std::to_string(copy) + "）";
  const auto field = [&](const std::string& key, Outcome outcome) -> Fact& {
    Fact& fact = fact_from(base + "." + key, std::move(outcome));
    record.fields.emplace_back(key, remember(fact.name, &fact));
    return fact;
  };
  const auto word = [&](const std::string& key, std::string text) {
    field(key, text.empty() ? Outcome::absent(FactType::Text) : Outcome::text(std::move(text)));
  };
  const auto number = [](FactType type, const std::optional<Ratio>& value) {
    return value ? Outcome::of(type, *value) : Outcome::absent(type);
  };
  word("一级", table.first_level[at]);
  word("二级", table.second_level[at]);
  field("三级", authored_text(node.find("三级"), base + ".三级"));
  const std::string sign(row.kind == IndicatorKind::Qualitative ? "" : direction_sign(text_at(node, "方向")));
  word("方向", text_at(node, "方向"));
  word("符号", sign);
  word("性质", std::string(indicator_kind_name(row.kind)));
  const std::string unit = unit_of_indicator(node);
  const Fact& target = field("目标", indicator_value(node, "目标", unit));
  Outcome with_sign = concatenate({&target}, {});
  // 等于 is the plain figure: “100%”, not “=100%”.
  if (auto* text = std::get_if<std::string>(&with_sign.value); text != nullptr && sign != "=") *text = sign + *text;
  field("目标值", target.exists() ? std::move(with_sign) : Outcome::absent(FactType::Text));
  Fact& actual = field("实际", indicator_value(node, "实际", unit));
  record.fields.emplace_back("实际值", &actual);
  field("目标数", indicator_value(node, "目标", {}));
  field("实际数", indicator_value(node, "实际", {}));
  word("计量单位", unit);
  Fact& weight = field("分值", number(FactType::Number, row.weight));
  Fact& score = field("得分", number(FactType::Number, table.scores[at]));
  Fact& rate = field("完成率", number(FactType::Ratio, completion_of(row)));
  rate.formula = row.kind == IndicatorKind::Backward ? "目标 除以 实际，不超过1" : "实际 除以 目标，不超过1";
  rate.inputs = {{&target, 0}, {&actual, 0}};
  score.formula = row.manual_score ? "人工评定" : "分值 乘以 完成率，四舍五入到两位";
  score.inputs = {{&weight, 0}, {&rate, 0}};
  if (const AuthoredValue* written = node.find("分值")) weight.authored.push_back(authored_input(*written, base));
  field("完成程度", number(FactType::Ratio, row.degree));
  word("组", row.group);
  field("偏差原因", authored_text(node.find("偏差原因"), base + ".偏差原因"));
  field("改进措施", authored_text(node.find("改进措施"), base + ".改进措施"));
  field("一级跨行数", Outcome::count(table.first_spans[at]));
  field("二级跨行数", Outcome::count(table.second_spans[at]));
  field("同组跨行数", Outcome::count(table.group_spans[at]));
  return record;
}

/// 单位 as written, else the unit of the business figure the row quotes.
std::string FactBook::Impl::unit_of_indicator(const AuthoredValue& node) {
  const std::string quoted = text_at(node, "引用");
  if (node.find("单位") != nullptr || quoted.empty()) return text_at(node, "单位");
  return business_figure(quoted).unit;
}

Outcome FactBook::Impl::authored_text(const AuthoredValue* node, const std::string& what) {
  Outcome outcome = authored(node, what);
  outcome.type = FactType::Text;
  return outcome;
}

Outcome FactBook::Impl::indicator_value(const AuthoredValue& node, const std::string& key, const std::string& unit) {
  const std::string quoted = key == "实际" ? text_at(node, "引用") : std::string();
  const AuthoredValue* written = node.find(key);
  if (quoted.empty() && written == nullptr) return Outcome::absent(FactType::Text);
  if (quoted.empty() && written->kind == ValueKind::Text) return authored_text(written, key);
  Outcome value = quoted.empty() ? authored(written, key) : business_figure(quoted);
  if (!value.exists()) {
    if (!quoted.empty()) {
      report("E0402", node.find("引用")->span, "业务数据里没有“" + quoted + "”", "请写进“业务数据”，或改用“实际”");
    }
    return Outcome::absent(FactType::Text);
  }
  // A figure inside a text: it keeps its provenance and is printed like every other number.
  value.unit = unit;
  if (value.type == FactType::Count) value.type = FactType::Number;
  Fact& figure = fact_from(quoted.empty() ? key : "业务数据." + quoted, std::move(value));
  return concatenate({&figure}, {});
}

}  // namespace gongkai
