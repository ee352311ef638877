#include <utility>

#include "base/utf8.h"
#include "facts/evaluator.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

constexpr const char* kWhatIsAVariable = "变量是循环元素的文字字段或事实名里的变量";

/// A value as it stands in a name or a comparison of texts; no number style takes part.
std::string plain_text(const FactValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
  if (const auto* number = std::get_if<Decimal>(&value)) return to_string(*number);
  return {};
}

bool is_suffix_of(const Fact& fact, std::string_view word) {
  return word == "占" || suffix_signature(fact.type, split_name(fact.name).back(), word).has_value();
}

/// "支出.一般公共预算.208" -> "支出" and "一般公共预算.208".
std::pair<std::string_view, std::string_view> split_first(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {name, {}};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

}  // namespace

std::optional<std::string> FactBook::Impl::variable(const std::string& name, const Environment* environment) {
  const auto dot = name.find('.');
  const std::string scope_name = dot == std::string::npos ? std::string() : name.substr(0, dot);
  const std::string field = dot == std::string::npos ? name : name.substr(dot + 1);
  for (const Environment* at = environment; at != nullptr; at = at->outer) {
    if (!scope_name.empty() && at->name != scope_name) continue;
    if (at->bindings != nullptr && scope_name.empty()) {
      for (const auto& [variable, value] : *at->bindings) {
        if (variable == field) return value;
      }
    }
    if (at->element != nullptr) {
      if (const Fact* fact = at->element->find(field)) return plain_text(fact->value);
    }
    if (at->row != nullptr) {
      const AuthoredValue* node = at->row->find(field);
      if (node != nullptr && node->kind == ValueKind::Text) return node->text;
    }
  }
  return std::nullopt;
}

std::optional<Outcome> FactBook::Impl::bound_text(const std::string& name, const Environment& environment) {
  for (const Environment* at = &environment; at != nullptr; at = at->outer) {
    if (at->bindings == nullptr) continue;
    for (const auto& [variable, value] : *at->bindings) {
      if (variable == name) return Outcome::text(value);
    }
  }
  return std::nullopt;
}

const Fact* FactBook::Impl::lookup_in_scope(std::string_view name, const Environment& environment, bool& found) {
  const auto [first, after_first] = split_first(name);
  for (const Environment* at = &environment; at != nullptr; at = at->outer) {
    const bool named = !at->name.empty() && first == at->name && !after_first.empty();
    const auto [word, suffixes] = named ? split_first(after_first) : std::pair(first, after_first);
    if (word == "序号" && at->ordinal > 0 && suffixes.empty()) {
      found = true;
      Fact& fact = new_fact("序号", FactType::Count);
      fact.value = at->ordinal;
      return &fact;
    }
    const Fact* field = at->element == nullptr ? nullptr : at->element->find(word);
    if (field == nullptr) {
      if (named) return nullptr;
      continue;
    }
    // A field 支出 does not hide the facts 支出.<资金>.<编码>: only its own suffixes are taken from it.
    const Fact* fact = suffixes.empty() ? field : nullptr;
    if (!suffixes.empty() && is_suffix_of(*field, split_first(suffixes).first)) {
      fact = find(field->name + "." + std::string(suffixes));
    }
    if (fact == nullptr && !named) continue;
    found = fact != nullptr;
    return fact;
  }
  return nullptr;
}

const Fact* FactBook::Impl::lookup(const Expr& expr, const Environment& environment) {
  std::string with_values;
  std::string_view name = expr.text;
  if (name.empty()) {
    auto made = filled(expr.name, &environment, expr.span, kWhatIsAVariable);
    if (!made) return nullptr;
    with_values = std::move(*made);
    name = with_values;
  }
  // A computed name is a fact of the book first: a field of the same name must not capture it.
  const bool computed = expr.name.front().variable;
  bool found = false;
  const Fact* fact = computed ? find(name) : lookup_in_scope(name, environment, found);
  if (fact == nullptr && computed) fact = lookup_in_scope(name, environment, found);
  if (fact == nullptr && !computed && !found) fact = find(name);
  if (fact == nullptr) {
    report("E0402", expr.span, "没有叫“" + std::string(name) + "”的事实",
           catalog.guess(parse_name_pattern(name), nullptr));
  }
  return fact;
}

std::string FactBook::Impl::text_of(const Expr& expr, const Environment& environment) {
  if (expr.kind == ExprKind::Text) return expr.text;
  if (expr.kind == ExprKind::Number) return to_string(expr.number);
  if (expr.kind == ExprKind::Name && expr.name.size() == 1) {
    const std::string& word = expr.name.front().text;
    if (auto value = variable(word, &environment)) return *value;
    if (!expr.name.front().variable) return word;
    report("E0504", expr.span, "这里没有变量“" + word + "”", kWhatIsAVariable);
    return {};
  }
  return plain_text(eval(expr, environment, FactType::Text).value);
}

std::vector<std::string> FactBook::Impl::path_of(const Expr& expr, const Environment& environment) {
  std::vector<std::string> path;
  if (expr.kind == ExprKind::Text) {
    for (const auto segment : split_name(expr.text)) path.emplace_back(segment);
    return path;
  }
  for (const NameSegment& segment : expr.name) {
    if (!segment.variable) {
      path.push_back(segment.text);
    } else if (auto value = variable(segment.text, &environment)) {
      path.push_back(std::move(*value));
    } else {
      report("E0504", expr.span, "这里没有变量“" + segment.text + "”");
    }
  }
  return path;
}

}  // namespace gongkai
