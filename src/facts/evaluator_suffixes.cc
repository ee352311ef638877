// What every amount has besides its value: bases, changes, completion rates, shares.
#include "facts/arithmetic.h"
#include "facts/evaluator.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

std::string_view last_segment(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::string without_last_segment(const std::string& name) {
  return name.substr(0, name.rfind('.'));
}

ChangeCase classify(Money current, Money base) {
  if (current == base) return current.is_zero() ? ChangeCase::BothZero : ChangeCase::Flat;
  if (base.is_zero()) return ChangeCase::FromZero;
  if (current.is_zero()) return ChangeCase::ToZero;
  return current > base ? ChangeCase::Increase : ChangeCase::Decrease;
}

bool is_zero(const FactValue& value) {
  if (const auto* amount = std::get_if<Money>(&value)) return amount->is_zero();
  if (const auto* count = std::get_if<std::int64_t>(&value)) return *count == 0;
  if (const auto* number = std::get_if<Decimal>(&value)) return number->units == 0;
  const auto* ratio = std::get_if<Ratio>(&value);
  return ratio != nullptr && ratio->numerator() == 0;
}

/// 增减, 升降, 高低 of a case; empty when there is nothing to compare with.
std::string_view direction_word(std::string_view suffix, ChangeCase change_case) {
  static constexpr std::string_view kWords[3][3] = {
      {"增加", "减少", "持平"}, {"增长", "下降", "持平"}, {"大于", "小于", "等于"}};
  const std::size_t row = suffix == "增减" ? 0 : suffix == "升降" ? 1 : 2;
  if (change_case == ChangeCase::NoBase) return {};
  const int direction = direction_of(change_case);
  return kWords[row][direction > 0 ? 0 : direction < 0 ? 1 : 2];
}

}  // namespace

bool FactBook::Impl::no_prior_unit() const {
  const AuthoredValue* block = ledger.year.find("上年");
  return block != nullptr && block->kind == ValueKind::Text && block->text == "无";
}

const Fact* FactBook::Impl::compute_suffix(const std::string& name) {
  const auto share = name.find(".占.");
  if (share != std::string::npos) {
    const Fact* part = find(name.substr(0, share));
    const Fact* whole = find(name.substr(share + std::string_view(".占.").size()));
    if (part != nullptr && whole != nullptr) return share_of(name, *part, *whole);
  }
  if (name.find('.') == std::string::npos) return nullptr;
  const Fact* base = find(without_last_segment(name));
  if (base == nullptr) return nullptr;
  const std::string_view suffix = last_segment(name);
  if (!suffix_signature(base->type, last_segment(base->name), suffix)) return nullptr;
  Fact* fact = nullptr;
  if (suffix == "为零") {
    fact = &new_fact(name, FactType::Boolean);
    fact->inputs.push_back({base, 0});
    if (base->exists()) fact->value = is_zero(base->value);
  } else if (base->type == FactType::Amount) {
    fact = amount_suffix(name, *base, suffix);
  } else if (base->type == FactType::Change) {
    fact = change_suffix(name, *base, suffix);
  } else if (base->type == FactType::Ratio) {
    fact = completion_case(name, *base);
  }
  return fact == nullptr ? nullptr : remember(name, fact);
}

const Fact* FactBook::Impl::share_of(const std::string& name, const Fact& part, const Fact& whole) {
  Fact& fact = new_fact(name, FactType::Ratio);
  fact.formula = part.name + " 除以 " + whole.name;
  fact.inputs = {{&part, 0}, {&whole, 0}};
  const Money* numerator = part.amount();
  const Money* denominator = whole.amount();
  if (numerator != nullptr && denominator != nullptr) {
    if (const auto ratio = make_ratio(numerator->fen(), denominator->fen())) fact.value = *ratio;
  } else {
    const auto* count = std::get_if<std::int64_t>(&part.value);
    const auto* total = std::get_if<std::int64_t>(&whole.value);
    const auto ratio = count != nullptr && total != nullptr ? make_ratio(*count, *total) : std::nullopt;
    if (ratio) fact.value = *ratio;
  }
  return remember(name, &fact);
}

Fact* FactBook::Impl::amount_suffix(const std::string& name, const Fact& base, std::string_view suffix) {
  if (suffix == kPriorYear) return prior_year(name, base);
  if (suffix == kInitialBudget || suffix == kFullBudget) {
    Fact& fact = new_fact(name, FactType::Amount);
    fact.formula = "没有写";
    return &fact;
  }
  if (suffix == "占比") return own_share(name, base);
  if (const auto budget = base_of_completion(suffix); !budget.empty()) return completion(name, base, budget);
  const std::string_view base_name = base_of_change(suffix);
  const Fact* compared = find(base.name + "." + std::string(base_name));
  return change_from(name, base, compared, base_name);
}

Fact* FactBook::Impl::prior_year(const std::string& name, const Fact& base) {
  Fact& fact = new_fact(name, FactType::Amount);
  fact.formula = "上年的“" + base.name + "”";
  const Fact* before = prior == nullptr ? nullptr : prior->find(base.name);
  // A base-only ledger need not say everything: a zero nobody wrote is no knowledge there.
  const bool hollow = before != nullptr && prior->ledger().base_only && before->amount() != nullptr &&
                      before->amount()->is_zero() && count_addends(*before) == 0;
  if (before != nullptr && before->exists() && !hollow) {
    fact.value = before->value;
    fact.inputs.push_back({before, 1});
    return &fact;
  }
  if (no_prior_unit()) return &fact;
  std::vector<std::string> path = {"上年"};
  for (const auto segment : split_name(base.name)) path.emplace_back(segment);
  Outcome outcome = authored(descend(&ledger.year, path), name);
  if (outcome.amount() == nullptr) {
    if (const auto match = catalog.match(split_name(name))) {
      Environment environment;
      environment.bindings = &match->bindings;
      outcome = eval(*match->definition->expr, environment, FactType::Amount);
    }
  }
  if (outcome.amount() == nullptr) return &fact;
  fact.value = *outcome.amount();
  fact.inputs = std::move(outcome.inputs);
  fact.authored = std::move(outcome.authored);
  return &fact;
}

Fact* FactBook::Impl::change_from(const std::string& name, const Fact& current, const Fact* base,
                                  std::string_view base_name) {
  Fact& fact = new_fact(name, FactType::Change);
  fact.formula = current.name + " 与" + std::string(base_name) + "相比";
  fact.inputs.push_back({&current, 0});
  if (current.amount() == nullptr) return &fact;
  ChangeValue change{ChangeCase::NoBase, &current, nullptr};
  if (base != nullptr && base->amount() != nullptr) {
    change.base = base;
    change.change_case = classify(*current.amount(), *base->amount());
    fact.inputs.push_back({base, 0});
  }
  fact.value = change;
  return &fact;
}

Fact* FactBook::Impl::change_suffix(const std::string& name, const Fact& change, std::string_view suffix) {
  if (suffix == "原因") return reason(name, change);
  if (suffix == "驱动") return drivers(name, change);
  if (suffix == "差额" || suffix == "绝对额") return change_amount(name, change, suffix == "绝对额");
  if (suffix == "幅度") return change_rate(name, change);
  Fact& fact = new_fact(name, FactType::Text);
  fact.inputs.push_back({&change, 0});
  const auto* value = std::get_if<ChangeValue>(&change.value);
  if (value == nullptr) return &fact;
  const std::string_view word =
      suffix == "情形" ? change_case_name(value->change_case) : direction_word(suffix, value->change_case);
  if (!word.empty()) fact.value = std::string(word);
  return &fact;
}

Fact* FactBook::Impl::change_amount(const std::string& name, const Fact& change, bool absolute) {
  Fact& fact = new_fact(name, FactType::Amount);
  const auto* value = std::get_if<ChangeValue>(&change.value);
  if (value == nullptr || value->base == nullptr) {
    fact.inputs.push_back({&change, 0});
    return &fact;
  }
  const Money difference = *value->current->amount() - *value->base->amount();
  fact.value = absolute ? difference.abs() : difference;
  fact.formula = value->current->name + " － " + value->base->name + (absolute ? "，不带符号" : "");
  fact.inputs = {{value->current, absolute ? 0 : 1}, {value->base, absolute ? 0 : -1}};
  return &fact;
}

Fact* FactBook::Impl::change_rate(const std::string& name, const Fact& change) {
  Fact& fact = new_fact(name, FactType::Ratio);
  const auto* value = std::get_if<ChangeValue>(&change.value);
  if (value == nullptr || value->base == nullptr) {
    fact.inputs.push_back({&change, 0});
    return &fact;
  }
  const Money base = *value->base->amount();
  const Money difference = *value->current->amount() - base;
  fact.formula = "差额的绝对值 除以 " + value->base->name;
  fact.inputs = {{value->current, 0}, {value->base, 0}};
  if (const auto ratio = make_ratio(difference.abs().fen(), base.abs().fen())) fact.value = *ratio;
  return &fact;
}

Fact* FactBook::Impl::completion(const std::string& name, const Fact& base, std::string_view budget_name) {
  const Fact* budgeted = find(base.name + "." + std::string(budget_name));
  Fact& fact = new_fact(name, FactType::Ratio);
  fact.inputs.push_back({&base, 0});
  if (budgeted == nullptr || budgeted->amount() == nullptr || base.amount() == nullptr) return &fact;
  fact.formula = base.name + " 除以 " + budgeted->name;
  fact.inputs.push_back({budgeted, 0});
  if (const auto ratio = make_ratio(base.amount()->fen(), budgeted->amount()->fen())) fact.value = *ratio;
  return &fact;
}

Fact* FactBook::Impl::completion_case(const std::string& name, const Fact& rate) {
  Fact& fact = new_fact(name, FactType::Text);
  fact.inputs.push_back({&rate, 0});
  const Fact* actual = rate.inputs.empty() ? nullptr : rate.inputs.front().fact;
  const Fact* budgeted = rate.inputs.size() < 2 ? nullptr : rate.inputs[1].fact;
  if (actual == nullptr || actual->amount() == nullptr) return &fact;
  if (budgeted == nullptr) {
    fact.value = std::string("无基数");
  } else if (!budgeted->amount()->is_zero()) {
    fact.value = std::string("有比率");
  } else {
    fact.value = std::string(actual->amount()->is_zero() ? "均为零" : "预算为零");
  }
  return &fact;
}

Fact* FactBook::Impl::own_share(const std::string& name, const Fact& base) {
  Fact& fact = new_fact(name, FactType::Ratio);
  fact.inputs.push_back({&base, 0});
  std::optional<std::string> whole_name;
  if (const auto field = wholes_.find(&base); field != wholes_.end()) {
    whole_name = field->second;
  } else if (const auto match = catalog.match(split_name(base.name)); match && !match->definition->whole.empty()) {
    Environment environment;
    environment.bindings = &match->bindings;
    whole_name = filled(match->definition->whole, &environment, match->definition->span);
  }
  const Fact* whole = whole_name ? find(*whole_name) : nullptr;
  if (whole == nullptr || whole->amount() == nullptr || base.amount() == nullptr) return &fact;
  fact.formula = base.name + " 除以 " + whole->name;
  fact.inputs.push_back({whole, 0});
  if (const auto ratio = make_ratio(base.amount()->fen(), whole->amount()->fen())) fact.value = *ratio;
  return &fact;
}

}  // namespace gongkai
