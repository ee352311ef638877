#include "facts/evaluator.h"

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "expr/parse.h"

namespace gongkai {
namespace {

/// Facts that wait for one another: far above any sensible pack, far below the end of the stack.
constexpr std::size_t kMaxChain = 200;
/// A book grows to about this many; room for them at once spares the rehashing.
constexpr std::size_t kUsualFacts = 4096;

/// A 万元 ledger's figures carry half a cent each, and the total half a cent more: 0.005 × (n + 1) 万元, in 分.
Money rounding_bound(std::size_t addends) {
  return Money::from_fen(static_cast<std::int64_t>(addends + 1) * (kFenPerWan / 200));
}

}  // namespace

FactBook::Impl::Impl(const FactCatalog& catalog_in, const Ledger& ledger_in, const FactBook* prior_in,
                     BookSettings settings_in, Diagnostics& diagnostics)
    : catalog(catalog_in),
      ledger(ledger_in),
      prior(prior_in),
      settings(std::move(settings_in)),
      index_(ledger_in),
      sink_(&diagnostics) {
  memory_.reserve(kUsualFacts);
}

std::vector<std::string_view> FactBook::Impl::names() const {
  std::vector<std::string_view> names;
  names.reserve(memory_.size());
  for (const auto& [name, fact] : memory_) {
    if (fact != nullptr) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

const Fact* FactBook::Impl::find(std::string_view name) {
  if (name.empty()) return nullptr;
  const auto known = memory_.find(name);
  if (known != memory_.end()) return known->second;
  if (std::find(in_progress_.begin(), in_progress_.end(), name) != in_progress_.end()) {
    return report_cycle(std::string(name));
  }
  const std::string key(name);
  if (in_progress_.size() >= kMaxChain) {
    report("E0401", Span{}, "事实“" + key + "”引用的链太长", "请减少事实之间的层数");
    return nullptr;
  }
  in_progress_.push_back(key);
  const Fact* fact = compute(key);
  in_progress_.pop_back();
  return fact;
}

const Fact* FactBook::Impl::compute(const std::string& name) {
  const auto segments = split_name(name);
  if (std::find(segments.begin(), segments.end(), std::string_view()) != segments.end()) return nullptr;
  // 上年 looks at last year's book before any definition does.
  const bool prior_suffix = segments.size() > 1 && segments.back() == "上年";
  if (prior_suffix) {
    if (const Fact* fact = compute_suffix(name)) return fact;
  }
  if (auto match = catalog.match(segments)) return compute_definition(std::move(*match), name);
  if (!prior_suffix) {
    if (const Fact* fact = compute_suffix(name)) return fact;
  }
  return find_list_element(name);
}

const Fact* FactBook::Impl::compute_definition(FactCatalog::Match match, const std::string& name) {
  const FactDefinition& definition = *match.definition;
  Environment environment;
  environment.bindings = &match.bindings;
  if (definition.list) {
    listed_.insert(&definition);
    std::vector<FactRecord> records = build_list(*definition.list, environment, name);
    Fact& fact = new_fact(name, FactType::List);
    fact.value = std::move(records);
    fact.definition = definition.span;
    fact.formula = definition.meaning;
    return remember(name, &fact);
  }
  Outcome outcome = eval(*definition.expr, environment, definition.type);
  const bool alias = outcome.fact != nullptr;
  outcome.type = definition.type;
  if (!definition.unit.empty()) outcome.unit = definition.unit;
  outcome.fact = nullptr;
  Fact& fact = fact_from(name, std::move(outcome));
  fact.definition = definition.span;
  fact.expression = definition.expr.get();
  fact.bindings = std::move(match.bindings);
  // A pure renaming keeps what the original says about itself.
  if (alias && !fact.inputs.empty() && fact.inputs.front().fact->given) fact.given = true;
  apply_control_total(fact);
  return remember(name, &fact);
}

const Fact* FactBook::Impl::find_list_element(const std::string& name) {
  const auto segments = split_name(name);
  for (const FactDefinition* definition : catalog.lists_with_named_elements()) {
    const NamePattern& element = definition->list->element_name;
    if (element.front().variable || element.front().text != segments.front()) continue;
    if (segments.size() <= element.size() || listed_.contains(definition)) continue;
    find(definition->name);
  }
  const auto known = memory_.find(name);
  if (known != memory_.end()) return known->second;
  return segments.back() == "上年" ? nullptr : compute_suffix(name);
}

const Fact* FactBook::Impl::remember(const std::string& name, Fact* fact) {
  const std::string& kept = fact->name == name ? fact->name : other_names_.emplace_back(name);
  return memory_.emplace(kept, fact).first->second;
}

Fact& FactBook::Impl::new_fact(std::string name, FactType type) {
  Fact& fact = facts_.emplace_back();
  fact.name = std::move(name);
  fact.type = type;
  return fact;
}

Fact& FactBook::Impl::fact_from(std::string name, Outcome outcome) {
  Fact& fact = new_fact(std::move(name), outcome.type);
  fact.value = std::move(outcome.value);
  fact.unit = std::move(outcome.unit);
  fact.inputs = std::move(outcome.inputs);
  fact.authored = std::move(outcome.authored);
  fact.quotes = std::move(outcome.quotes);
  return fact;
}

void FactBook::Impl::apply_control_total(Fact& fact) {
  // Only a ledger in 万元 carries rounding; in 元 a difference is an error the checks report.
  if (ledger.amount_unit != LedgerUnit::WanYuan || fact.amount() == nullptr) return;
  const AuthoredValue* totals = ledger.year.find("核对");
  const AuthoredValue* total = totals == nullptr ? nullptr : totals->find(fact.name);
  if (total == nullptr) return;
  const Outcome given = authored(total, "核对." + fact.name);
  if (given.amount() == nullptr || *given.amount() == *fact.amount()) return;
  if ((*given.amount() - *fact.amount()).abs() > rounding_bound(count_addends(fact))) return;
  fact.computed = *fact.amount();
  fact.value = *given.amount();
  fact.given = true;
  for (const AuthoredInput& input : given.authored) {
    fact.authored.push_back(input);
    fact.authored.back().sign = 0;
  }
}

const Fact* FactBook::Impl::report_cycle(const std::string& name) {
  std::string chain;
  const auto start = std::find(in_progress_.begin(), in_progress_.end(), name);
  for (auto at = start; at != in_progress_.end(); ++at) chain += std::string(*at) + " → ";
  const auto match = catalog.match(split_name(name));
  report("E0401", match ? match->definition->span : Span{}, "事实“" + name + "”算来算去又用到它自己：" + chain + name,
         "请改其中一个式子或所引用的事实");
  return &new_fact(name, FactType::Amount);
}

/// What `use` gives for the names a template can see; findings meanwhile go to `diagnostics`.
template <typename Use>
auto FactBook::Impl::in_scope(const Scope* scope, Diagnostics& diagnostics, Use use) {
  std::vector<Environment> chain;  // innermost first
  for (const Scope* at = scope; at != nullptr; at = at->outer) {
    chain.push_back({.element = at->element, .name = at->name, .ordinal = at->ordinal});
  }
  for (std::size_t i = 1; i < chain.size(); ++i) chain[i - 1].outer = &chain[i];
  Diagnostics* const saved = std::exchange(sink_, &diagnostics);
  auto result = use(chain.empty() ? Environment{} : chain.front());
  sink_ = saved;
  return result;
}

const Fact* FactBook::Impl::evaluate(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) {
  return in_scope(scope, diagnostics, [&](const Environment& environment) -> const Fact* {
    if (expr.kind == ExprKind::Name) return lookup(expr, environment);
    Outcome outcome = eval(expr, environment, FactType::Amount);
    if (outcome.fact != nullptr) return outcome.fact;
    Fact& fact = fact_from(to_words(expr), std::move(outcome));
    fact.formula = fact.name;
    return &fact;
  });
}

bool FactBook::Impl::holds(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) {
  return in_scope(scope, diagnostics, [&](const Environment& environment) { return eval_holds(expr, environment); });
}

std::optional<std::string> FactBook::Impl::filled(const NamePattern& pattern, const Environment* environment, Span at,
                                                  const char* hint) {
  std::string name;
  for (const NameSegment& segment : pattern) {
    if (!name.empty()) name += ".";
    if (!segment.variable) {
      name += segment.text;
      continue;
    }
    const auto value = variable(segment.text, environment);
    if (!value) {
      report("E0504", at, "这里没有变量“" + segment.text + "”", hint);
      return std::nullopt;
    }
    name += *value;
  }
  return name;
}

}  // namespace gongkai
