#include "facts/arithmetic.h"
#include "facts/evaluator.h"

namespace gongkai {

Outcome FactBook::Impl::element_value(const Expr& expr, const FactRecord& record, std::int64_t ordinal,
                                      const Environment& environment, FactType expected) {
  Environment inner;
  inner.outer = &environment;
  inner.element = &record;
  inner.ordinal = ordinal;
  return eval(expr, inner, expected);
}

Outcome FactBook::Impl::call_list(Function function, const Expr& expr, const Environment& environment,
                                  FactType expected) {
  const Expr& source = *expr.children[0];
  // A list that is a fact is read where it stands.
  const Fact* fact = source.kind == ExprKind::Name ? lookup(source, environment) : nullptr;
  Outcome list =
      source.kind == ExprKind::Name ? Outcome::absent(FactType::List) : eval(source, environment, FactType::List);
  if (fact != nullptr) list.inputs.push_back({fact, 1});
  const FactValue& value = fact != nullptr ? fact->value : list.value;
  const auto* records = std::get_if<std::vector<FactRecord>>(&value);
  if (records == nullptr) {
    if (!std::holds_alternative<std::monostate>(value)) report("E0505", expr.span, "“" + expr.text + "”要的是列表");
    return Outcome::absent(function == Function::Count ? FactType::Count : expected);
  }
  if (function == Function::Count && expr.children.size() == 1) {
    Outcome outcome = Outcome::count(static_cast<std::int64_t>(records->size()));
    outcome.take_provenance(list, 0);
    return outcome;
  }
  if (function == Function::First || function == Function::Last) {
    if (records->empty()) return Outcome::absent(expected);
    const FactRecord& record = function == Function::First ? records->front() : records->back();
    if (expr.children.size() > 1) return element_value(*expr.children[1], record, 1, environment, expected);
    return Outcome::of(FactType::Record, std::vector<FactRecord>{record});
  }
  return fold_elements(function, expr, *records, environment, expected);
}

Outcome FactBook::Impl::fold_elements(Function function, const Expr& expr, const std::vector<FactRecord>& records,
                                      const Environment& environment, FactType expected) {
  const Expr& each = *expr.children[1];
  std::vector<Outcome> values;
  std::vector<FactRecord> kept;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Outcome value = element_value(each, records[i], static_cast<std::int64_t>(i) + 1, environment, expected);
    const bool* holds = std::get_if<bool>(&value.value);
    if (holds != nullptr && *holds) kept.push_back(records[i]);
    values.push_back(std::move(value));
  }
  if (function == Function::Count) return Outcome::count(static_cast<std::int64_t>(kept.size()));
  if (function == Function::Filter) return Outcome::of(FactType::List, std::move(kept));
  if (function == Function::Join) {
    std::vector<const Fact*> parts;
    for (Outcome& value : values) {
      if (!value.exists()) continue;
      parts.push_back(value.fact != nullptr ? value.fact : &fact_from("元素", std::move(value)));
    }
    return concatenate(parts, text_of(*expr.children[2], environment));
  }
  return fold_numbers(function, values, expected);
}

Outcome FactBook::Impl::fold_numbers(Function function, const std::vector<Outcome>& values, FactType expected) {
  Outcome outcome = Outcome::absent(values.empty() ? expected : values.front().type);
  Money amount;
  std::optional<Ratio> number = Ratio::of(0, 1);
  std::int64_t present = 0;
  for (const Outcome& value : values) {
    if (!value.exists()) {
      // The average is over those that have a value; a sum with an unknown part is unknown.
      if (function == Function::Average) continue;
      return Outcome::absent(outcome.type);
    }
    ++present;
    outcome.take_provenance(value, function == Function::Sum ? 1 : 0);
    if (value.amount() != nullptr) {
      amount += *value.amount();
    } else if (const auto* count = std::get_if<std::int64_t>(&value.value)) {
      number = number ? add(*number, *Ratio::of(*count, 1)) : number;
    } else if (const auto* decimal = std::get_if<Decimal>(&value.value)) {
      const auto ratio = ratio_of(*decimal);
      number = number && ratio ? add(*number, *ratio) : std::nullopt;
    } else if (const auto* ratio = std::get_if<Ratio>(&value.value)) {
      number = number ? add(*number, *ratio) : number;
    }
  }
  if (function == Function::Average && present == 0) return outcome;
  const auto divisor = function == Function::Average ? Ratio::of(1, present) : Ratio::of(1, 1);
  if (outcome.type == FactType::Amount) {
    if (const auto result = scale(amount, *divisor)) outcome.value = *result;
    return outcome;
  }
  const auto result = number ? multiply(*number, *divisor) : std::nullopt;
  if (!result) return outcome;
  if (outcome.type == FactType::Count && function == Function::Sum) {
    outcome.value = result->numerator();
  } else {
    if (outcome.type == FactType::Count) outcome.type = FactType::Number;
    outcome.value = *result;
  }
  return outcome;
}

}  // namespace gongkai
