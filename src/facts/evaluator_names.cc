#include "base/suggest.h"
#include "base/utf8.h"
#include "facts/evaluator.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

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

/// The segments from `first` on, with dots.
std::string join(const std::vector<std::string_view>& segments, std::size_t first = 0) {
  std::string name;
  for (std::size_t i = first; i < segments.size(); ++i) {
    if (i > first) name += '.';
    name += segments[i];
  }
  return name;
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

const Fact* FactBook::Impl::lookup_in_scope(const Segments& segments, const Environment& environment, bool& found) {
  for (const Environment* at = &environment; at != nullptr; at = at->outer) {
    const bool named = !at->name.empty() && segments.front() == at->name && segments.size() > 1;
    const std::size_t field_at = named ? 1 : 0;
    if (segments[field_at] == "序号" && at->ordinal > 0 && segments.size() == field_at + 1) {
      found = true;
      Fact& fact = new_fact("序号", FactType::Count);
      fact.value = at->ordinal;
      return &fact;
    }
    const Fact* field = at->element == nullptr ? nullptr : at->element->find(segments[field_at]);
    if (field == nullptr) {
      if (named) return nullptr;
      continue;
    }
    // A field 支出 does not hide the facts 支出.<资金>.<编码>: only its own suffixes are taken from it.
    const std::size_t rest = field_at + 1;
    const Fact* fact = rest == segments.size() ? field : nullptr;
    if (rest < segments.size() && is_suffix_of(*field, segments[rest])) {
      fact = find(field->name + "." + join(segments, rest));
    }
    if (fact == nullptr && !named) continue;
    found = fact != nullptr;
    return fact;
  }
  return nullptr;
}

const Fact* FactBook::Impl::lookup(const Expr& expr, const Environment& environment) {
  Segments segments;
  segments.reserve(expr.name.size());
  std::vector<std::string> values;  // of the variables; reserved, so that views of them stay good
  for (const NameSegment& segment : expr.name) {
    if (!segment.variable) {
      segments.push_back(segment.text);
      continue;
    }
    auto value = variable(segment.text, &environment);
    if (!value) {
      report("E0504", expr.span, "这里没有变量“" + segment.text + "”", "变量是循环元素的文字字段或事实名里的变量");
      return nullptr;
    }
    values.reserve(expr.name.size());
    segments.push_back(values.emplace_back(std::move(*value)));
  }
  // A computed name is a fact of the book first: a field of the same name must not capture it.
  const bool computed = expr.name.front().variable;
  bool found = false;
  const Fact* fact = computed ? find(join(segments)) : lookup_in_scope(segments, environment, found);
  if (fact == nullptr && computed) fact = lookup_in_scope(segments, environment, found);
  if (fact == nullptr && !computed && !found) fact = find(join(segments));
  if (fact == nullptr) {
    report("E0402", expr.span, "没有叫“" + join(segments) + "”的事实",
           did_you_mean(join(segments), catalog.candidates(expr.name, nullptr)));
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
    report("E0504", expr.span, "这里没有变量“" + word + "”", "变量是循环元素的文字字段或事实名里的变量");
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
