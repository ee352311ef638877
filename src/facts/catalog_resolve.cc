// Signatures of names before any ledger is read.
#include "base/suggest.h"
#include "facts/catalog.h"
#include "facts/catalog_tables.h"
#include "facts/definition.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

using Domains = std::map<std::string, VariableDomain, std::less<>>;

const VariableDomain* domain_of(const Domains& domains, const NameSegment& segment) {
  const auto found = segment.variable ? domains.find(segment.text) : domains.end();
  return found == domains.end() ? nullptr : &found->second;
}

/// Whether a pattern's segment can be a name's segment, when either may be a variable.
bool may_be_equal(const Domains& domains, const NameSegment& pattern, const NameSegment& name) {
  if (pattern.variable && name.variable) return true;
  if (!pattern.variable && !name.variable) return pattern.text == name.text;
  const VariableDomain* domain = domain_of(domains, pattern.variable ? pattern : name);
  // A variable of a loop has no domain: it may stand for anything.
  if (domain == nullptr) return name.variable;
  return domain->accepts(pattern.variable ? name.text : pattern.text);
}

FactSignature field_signature(const FieldDefinition& field) {
  return FactSignature{field.list ? FactType::List : field.type, field.list ? field.list->signature : nullptr, false};
}

/// What a pattern's variable is shown as when the writer has `written` in its place: that, or the nearest value the
/// variable may stand for; empty when there is none to name.
std::optional<NameSegment> nearest_value(const Domains& domains, const NameSegment& pattern,
                                         const NameSegment& written) {
  const VariableDomain* domain = domain_of(domains, pattern);
  if (written.variable || domain == nullptr || domain->accepts(written.text)) return written;
  if (auto value = nearest(written.text, domain->values)) return NameSegment{std::move(*value), false};
  return std::nullopt;
}

/// A pattern with its variables as the writer has them, so that only the misspelt segment differs; empty when a
/// variable is left over.
std::string shown_as_written(const Domains& domains, NamePattern pattern, const NamePattern& name) {
  const bool same_family = !name.empty() && pattern.front().text == name.front().text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!pattern[i].variable) continue;
    // What may stand for anything says nothing by itself: 选项.甲 is no better a name than 公开.甲.
    const VariableDomain* domain = domain_of(domains, pattern[i]);
    if (domain != nullptr && domain->kind == VariableDomain::Kind::Any && !same_family) return {};
    auto value = i < name.size() ? nearest_value(domains, pattern[i], name[i]) : std::nullopt;
    if (!value) return {};
    pattern[i] = std::move(*value);
  }
  return to_text(pattern);
}

NamePattern tail(const NamePattern& name, std::size_t from) {
  return NamePattern(name.begin() + static_cast<std::ptrdiff_t>(from), name.end());
}

NamePattern head(const NamePattern& name, std::size_t count) {
  return NamePattern(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(count));
}

/// `signature` followed by the suffixes in `rest`.
std::optional<FactSignature> with_suffixes(FactSignature signature, std::string_view last, const NamePattern& rest) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].text == "占" && i + 1 < rest.size()) return FactSignature{FactType::Ratio, nullptr, false};
    const auto next = suffix_signature(signature.type, last, rest[i].text);
    if (!next) return std::nullopt;
    signature = *next;
    last = rest[i].text;
  }
  return signature;
}

}  // namespace

std::optional<FactSignature> FactCatalog::resolve_definition(const NamePattern& name) const {
  const FactDefinition* best = nullptr;
  std::size_t best_equal = 0;
  for (const std::size_t index : tables_->with_segments(name.front(), name.size())) {
    const auto& definition = definitions_[index];
    const NamePattern& pattern = definition->pattern;
    std::size_t equal = 1;
    for (std::size_t i = 0; equal > 0 && i < name.size(); ++i) {
      if (!may_be_equal(tables_->domains, pattern[i], name[i])) {
        equal = 0;
      } else if (pattern[i].variable == name[i].variable && pattern[i].text == name[i].text) {
        ++equal;
      }
    }
    if (equal > best_equal) {
      best = definition.get();
      best_equal = equal;
    }
  }
  if (best == nullptr) return std::nullopt;
  if (best->list && best->list->kind == ListKind::Expression) {
    // A filtered list has the elements of the list it filters.
    Diagnostics ignored;
    return best->list->expr ? check_expression(*best->list->expr, nullptr, ignored) : std::nullopt;
  }
  return FactSignature{best->type, best->list ? best->list->signature : nullptr, false};
}

std::optional<FactSignature> FactCatalog::resolve_element(const NamePattern& name) const {
  for (const FactDefinition* definition : lists_with_named_elements()) {
    const NamePattern& element = definition->list->element_name;
    if (name.size() <= element.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; fits && i < element.size(); ++i) {
      fits = element[i].variable || name[i].variable || element[i].text == name[i].text;
    }
    if (!fits) continue;
    for (const FieldDefinition& field : definition->list->fields) {
      if (field.name != name[element.size()].text) continue;
      // Fields of lists inside an element (….指标.<三级>.得分) are known only when the ledger is.
      if (field.list && name.size() > element.size() + 1) return FactSignature{FactType::Number, nullptr, true};
      return with_suffixes(field_signature(field), field.name, tail(name, element.size() + 1));
    }
  }
  return std::nullopt;
}

std::optional<FactSignature> FactCatalog::resolve_in_book(const NamePattern& name) const {
  if (auto found = resolve_definition(name)) return found;
  for (std::size_t count = name.size() - 1; count > 0; --count) {
    const NamePattern base = head(name, count);
    const auto found = resolve_definition(base);
    if (!found) continue;
    if (auto result = with_suffixes(*found, base.back().text, tail(name, count))) return result;
  }
  return resolve_element(name);
}

std::optional<FactSignature> FactCatalog::resolve(const NamePattern& name, const NameScope* scope) const {
  if (name.empty()) return std::nullopt;
  // A name that begins with a variable is a fact whose name the ledger or the list decides: an amount unless it says.
  if (name.front().variable) {
    return with_suffixes(FactSignature{FactType::Amount, nullptr, name.size() == 1}, {}, tail(name, 1));
  }
  for (; scope != nullptr; scope = scope->outer) {
    const auto& fields = scope->element.fields;
    if (!fields) continue;
    const bool through_variable = !scope->variable.empty() && name.front().text == scope->variable && name.size() > 1;
    if (through_variable && name[1].text == "序号") return FactSignature{FactType::Count, nullptr, false};
    const std::size_t at = through_variable ? 1 : 0;
    const auto field = fields->find(name[at].text);
    if (field == fields->end()) {
      if (through_variable) return std::nullopt;
      continue;
    }
    // A field 支出 does not hide the facts 支出.<资金>.<编码>: only what fits the field is taken from it.
    if (auto found = with_suffixes(field->second, field->first, tail(name, at + 1))) return found;
    if (through_variable) return std::nullopt;
  }
  if (name.size() == 1 && name.front().text == "序号") return FactSignature{FactType::Count, nullptr, false};
  return resolve_in_book(name);
}

std::optional<FactSignature> FactCatalog::resolve(std::string_view name, const NameScope* scope) const {
  return resolve(parse_name_pattern(name), scope);
}

std::vector<std::string> FactCatalog::candidates(const NamePattern& name, const NameScope* scope) const {
  std::vector<std::string> names;
  for (const NameScope* at = scope; at != nullptr; at = at->outer) {
    if (!at->element.fields) continue;
    const std::string prefix =
        !at->variable.empty() && name.front().text == at->variable ? at->variable + "." : std::string();
    for (const auto& [field, signature] : *at->element.fields) names.push_back(prefix + field);
  }
  for (std::size_t count = name.size(); count-- > 1;) {
    const auto base = resolve(head(name, count), scope);
    if (!base) continue;
    const std::string prefix = to_text(head(name, count)) + ".";
    for (const std::string& suffix : suffix_names(base->type)) names.push_back(prefix + suffix);
    break;
  }
  for (const auto& definition : definitions_) {
    std::string shown = shown_as_written(tables_->domains, definition->pattern, name);
    if (!shown.empty()) names.push_back(std::move(shown));
  }
  return names;
}

std::string FactCatalog::guess(const NamePattern& name, const NameScope* scope) const {
  const std::string written = to_text(name);
  std::vector<std::string> names = candidates(name, scope);
  while (const auto found = nearest(written, names)) {
    if (resolve(*found, scope)) return did_you_mean(written, std::span(&*found, 1));
    std::erase(names, *found);
  }
  return {};
}

}  // namespace gongkai
