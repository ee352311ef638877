#include <algorithm>
#include <set>

#include "facts/evaluator.h"

namespace gongkai {
namespace {

std::string item_variable(ListKind kind) {
  return kind == ListKind::Subjects ? "编码" : "项";
}

}  // namespace

std::vector<FactRecord> FactBook::Impl::build_list(const ListDefinition& list, const Environment& environment,
                                                   const std::string& name) {
  switch (list.kind) {
    case ListKind::Expression: {
      Outcome outcome = eval(*list.expr, environment, FactType::List);
      auto* records = std::get_if<std::vector<FactRecord>>(&outcome.value);
      return records == nullptr ? std::vector<FactRecord>() : std::move(*records);
    }
    case ListKind::Authored:
      return authored_elements(list, environment, name);
    case ListKind::Indicators:
      return indicator_rows(list, environment, name);
    default:
      break;
  }
  const std::vector<std::string> keys = list.kind == ListKind::Items      ? list.items
                                        : list.kind == ListKind::Glossary ? settings.glossary_order
                                                                          : subject_codes(list.subjects, environment);
  std::vector<FactRecord> records;
  records.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Bindings bindings = {{item_variable(list.kind), keys[i]}};
    records.push_back(
        build_element(list, environment, name + "." + keys[i], static_cast<std::int64_t>(i) + 1, bindings, nullptr));
  }
  return records;
}

std::vector<std::string> FactBook::Impl::subject_codes(const std::vector<SubjectSource>& sources,
                                                       const Environment& environment) {
  const auto value = [&](const NameSegment& segment) {
    return segment.variable ? variable(segment.text, &environment).value_or(std::string()) : segment.text;
  };
  std::set<std::string> codes;
  for (const SubjectSource& source : sources) {
    LedgerSelection selection{value(source.fund), {}, value(source.column)};
    for (const NameSegment& code : source.under) {
      if (!selection.code.empty()) selection.code += "、";
      selection.code += value(code);
    }
    for (const std::string& book_word : source.books) {
      const auto book = book_of(book_word);
      if (book) codes.merge(index_.codes(*book, selection, source.digits));
    }
  }
  return {codes.begin(), codes.end()};
}

std::vector<FactRecord> FactBook::Impl::authored_elements(const ListDefinition& list, const Environment& environment,
                                                          const std::string& name) {
  const AuthoredValue* root = list.root == AuthoredRoot::Year   ? &ledger.year
                              : list.root == AuthoredRoot::Unit ? &ledger.unit
                                                                : row_of(environment);
  std::vector<std::string> path;
  for (const NameSegment& segment : list.path) {
    path.push_back(segment.variable ? variable(segment.text, &environment).value_or(std::string()) : segment.text);
  }
  const AuthoredValue* node = descend(root, path);
  std::vector<FactRecord> records;
  if (node == nullptr && root != nullptr && !list.or_self.empty() && root->find(list.or_self) != nullptr) {
    records.push_back(build_element(list, environment, name + ".1", 1, {}, root));
    return records;
  }
  if (node == nullptr) return records;
  std::int64_t ordinal = 0;
  for (const AuthoredValue& child : node->children) {
    ++ordinal;
    const bool keyed = !child.key.empty();
    const Bindings bindings = keyed ? Bindings{{"键", child.key}} : Bindings{};
    const std::string key = keyed ? child.key : std::to_string(ordinal);
    records.push_back(build_element(list, environment, name + "." + key, ordinal, bindings, &child));
  }
  return records;
}

FactRecord FactBook::Impl::build_element(const ListDefinition& list, const Environment& environment,
                                         const std::string& name, std::int64_t ordinal, const Bindings& bindings,
                                         const AuthoredValue* row) {
  FactRecord record;
  record.fields.reserve(list.fields.size());
  Environment inner;
  inner.outer = &environment;
  inner.element = &record;
  inner.bindings = &bindings;
  inner.row = row;
  inner.ordinal = ordinal;
  const bool named = !list.element_name.empty();
  const std::string prefix = named ? filled(list.element_name, &inner, list.span).value_or(name) : name;
  for (const FieldDefinition& field : list.fields) add_field(record, field, inner, prefix, named);
  return record;
}

void FactBook::Impl::add_field(FactRecord& record, const FieldDefinition& field, const Environment& environment,
                               const std::string& prefix, bool named) {
  std::string name = prefix + "." + field.name;
  // Two elements of the same name (reported by the checks) must still have facts of their own.
  for (int copy = 2; memory_.contains(name); ++copy) {
    name = prefix + "（" + std::to_string(copy) + "）." + field.name;
  }
  if (field.list) {
    std::vector<FactRecord> records = build_list(*field.list, environment, name);
    Fact& fact = new_fact(name, FactType::List);
    fact.value = std::move(records);
    fact.definition = field.span;
    record.fields.emplace_back(field.name, remember(name, &fact));
    return;
  }
  Outcome outcome = eval(*field.expr, environment, field.type);
  if (outcome.fact != nullptr && !outcome.fact->name.empty() && outcome.type == field.type && field.whole.empty()) {
    record.fields.emplace_back(field.name, outcome.fact);
    if (named) memory_.emplace(other_names_.emplace_back(std::move(name)), outcome.fact);
    return;
  }
  outcome.type = field.type;
  if (!field.unit.empty()) outcome.unit = field.unit;
  Fact& fact = fact_from(name, std::move(outcome));
  fact.definition = field.span;
  fact.formula = field.meaning;
  record.fields.emplace_back(field.name, remember(name, &fact));
  if (field.whole.empty()) return;
  if (const auto whole = filled(field.whole, &environment, field.span)) wholes_.emplace(&fact, *whole);
}

}  // namespace gongkai
