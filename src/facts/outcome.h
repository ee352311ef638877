// What evaluating an expression gives, before it becomes a fact.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "facts/catalog.h"
#include "facts/fact.h"
#include "model/value.h"

namespace gongkai {

struct Outcome {
  FactType type = FactType::Amount;
  FactValue value;             ///< monostate: does not exist
  const Fact* fact = nullptr;  ///< set: the expression is this fact itself
  std::string unit;
  std::vector<FactInput> inputs;
  std::vector<AuthoredInput> authored;
  std::vector<QuotedFact> quotes;

  bool exists() const { return !std::holds_alternative<std::monostate>(value); }
  const Money* amount() const { return std::get_if<Money>(&value); }

  static Outcome absent(FactType type) {
    Outcome outcome;
    outcome.type = type;
    return outcome;
  }
  static Outcome of(FactType type, FactValue value) {
    Outcome outcome;
    outcome.type = type;
    outcome.value = std::move(value);
    return outcome;
  }
  static Outcome boolean(bool value) { return of(FactType::Boolean, value); }
  static Outcome text(std::string value) { return of(FactType::Text, std::move(value)); }
  static Outcome count(std::int64_t value) { return of(FactType::Count, value); }
  /// The fact as an operand.
  static Outcome from(const Fact& fact) {
    Outcome outcome = of(fact.type, fact.value);
    outcome.fact = &fact;
    outcome.unit = fact.unit;
    outcome.inputs.push_back({&fact, 1});
    return outcome;
  }
  /// Adds where `other` comes from, its signs multiplied by `sign` (0: not a plain sum).
  void take_provenance(const Outcome& other, int sign) {
    for (const FactInput& input : other.inputs) inputs.push_back({input.fact, input.sign * sign});
    for (AuthoredInput input : other.authored) {
      input.sign *= sign;
      authored.push_back(std::move(input));
    }
  }
};

/// Names visible while an expression is evaluated, innermost first.
struct Environment {
  const Environment* outer = nullptr;
  const FactRecord* element = nullptr;  ///< fields of the loop's element
  std::string_view name;                ///< 作
  std::int64_t ordinal = 0;             ///< 序号
  const Bindings* bindings = nullptr;   ///< variables of a pattern or of a list
  const AuthoredValue* row = nullptr;   ///< what the unit wrote for this element
};

}  // namespace gongkai
