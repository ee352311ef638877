// Reasons: written beside the figure or under 原因, else taken over from the figure that moved it.
#include "facts/evaluator.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

constexpr std::string_view kChangeReason = "变动原因";
constexpr std::string_view kGapReason = "差异原因";

bool is_flat(ChangeCase change_case) {
  return change_case == ChangeCase::Flat || change_case == ChangeCase::BothZero;
}

Money size_of(const ChangeValue& change) {
  return (*change.current->amount() - *change.base->amount()).abs();
}

std::string_view change_segment(std::string_view change_name) {
  const auto dot = change_name.rfind('.');
  return dot == std::string_view::npos ? change_name : change_name.substr(dot + 1);
}

}  // namespace

const AuthoredValue* FactBook::Impl::reason_in(const AuthoredValue* node, std::string_view key) const {
  if (node == nullptr) return nullptr;
  if (node->kind == ValueKind::Text) return key == kChangeReason ? node : nullptr;
  const AuthoredValue* found = node->find(key);
  return found != nullptr && found->kind == ValueKind::Text ? found : nullptr;
}

std::vector<std::pair<const AuthoredValue*, std::string>> FactBook::Impl::reason_places(const std::string& fact_name) {
  std::vector<std::pair<const AuthoredValue*, std::string>> places;
  if (const AuthoredValue* block = ledger.year.find("原因")) {
    if (const AuthoredValue* node = block->find(fact_name)) places.emplace_back(node, "原因." + fact_name);
  }
  const auto match = catalog.match(split_name(fact_name));
  if (!match) return places;
  Environment environment;
  environment.bindings = &match->bindings;
  for (const NamePattern& pattern : match->definition->reasons) {
    const auto path = filled(pattern, &environment, match->definition->span);
    if (!path) continue;
    std::vector<std::string> keys;
    for (const auto segment : split_name(*path)) keys.emplace_back(segment);
    if (const AuthoredValue* node = descend(&ledger.year, keys)) places.emplace_back(node, *path);
  }
  return places;
}

const AuthoredValue* FactBook::Impl::written_reason(const std::string& fact_name, std::string_view base_name,
                                                    std::string& what) {
  const bool against_prior = base_name == kPriorYear;
  const std::string_view own = against_prior ? kChangeReason : kGapReason;
  const std::string_view other = against_prior ? kGapReason : kChangeReason;
  const auto places = reason_places(fact_name);
  const auto look = [&](std::string_view key) -> const AuthoredValue* {
    for (const auto& [node, path] : places) {
      const AuthoredValue* found = reason_in(node, key);
      if (found == nullptr) continue;
      what = path + "." + std::string(key);
      return found;
    }
    return nullptr;
  };
  if (const AuthoredValue* found = look(own)) return found;
  // With one base of comparison there is only one thing the other word can mean.
  const auto known = [&](std::string_view base) {
    const Fact* fact = find(fact_name + "." + std::string(base));
    return fact != nullptr && fact->exists();
  };
  const bool has_prior = known(kPriorYear);
  const bool has_budget = known(kInitialBudget) || known(kFullBudget);
  const bool only_base = against_prior ? has_prior && !has_budget : has_budget && !has_prior;
  return only_base ? look(other) : nullptr;
}

Fact* FactBook::Impl::reason(const std::string& name, const Fact& change) {
  Fact& fact = new_fact(name, FactType::Text);
  fact.inputs.push_back({&change, 0});
  const auto* value = std::get_if<ChangeValue>(&change.value);
  if (value == nullptr || is_flat(value->change_case)) return &fact;
  std::string_view base_name = base_of_change(change_segment(change.name));
  if (base_name.empty()) base_name = kPriorYear;
  std::string what;
  if (const AuthoredValue* node = written_reason(value->current->name, base_name, what)) {
    Outcome outcome = authored(node, what);
    fact.value = std::move(outcome.value);
    fact.authored = std::move(outcome.authored);
    fact.quotes = std::move(outcome.quotes);
    return &fact;
  }
  const std::vector<std::string>* sources = catalog.inherits_from(value->current->name);
  if (sources == nullptr || value->base == nullptr) return &fact;
  const Fact* best = nullptr;
  Money best_size;
  for (const std::string& source : *sources) {
    const std::string source_change = source + ".较" + std::string(base_name);
    const Fact* other = find(source_change);
    const auto* moved = other == nullptr ? nullptr : std::get_if<ChangeValue>(&other->value);
    if (moved == nullptr || moved->base == nullptr) continue;
    if (direction_of(moved->change_case) != direction_of(value->change_case)) continue;
    const Fact* other_reason = find(source_change + ".原因");
    if (other_reason == nullptr || !other_reason->exists()) continue;
    if (best != nullptr && !(best_size < size_of(*moved))) continue;
    best = other_reason;
    best_size = size_of(*moved);
  }
  if (best == nullptr) return &fact;
  fact.value = best->value;
  fact.quotes = best->quotes;
  fact.authored = best->authored;
  fact.inputs.push_back({best, 0});
  fact.formula = "沿用“" + best->name + "”";
  return &fact;
}

}  // namespace gongkai
