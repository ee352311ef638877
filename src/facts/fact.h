// A fact: a named value that knows how it was computed and from which lines of YAML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/money.h"
#include "base/ratio.h"
#include "base/source.h"
#include "model/ledger.h"
#include "model/value.h"

namespace gongkai {

enum class FactType { Amount, Count, Number, Ratio, Text, LongText, Boolean, Date, Change, List, Record };
/// 金额、计数、数、比率、文字、长文、是否、日期、变化、列表、元素.
std::string_view fact_type_name(FactType type);
std::optional<FactType> fact_type_of(std::string_view name);

/// 情形 of a change between a figure and its base.
enum class ChangeCase { Increase, Decrease, Flat, BothZero, FromZero, ToZero, NoBase };
/// 增加、减少、持平、均为零、由零增加、减至零、无基数.
std::string_view change_case_name(ChangeCase value);
/// +1 up, -1 down, 0 neither or not known.
int direction_of(ChangeCase value);

struct Expr;
struct Fact;

/// What the variables of a matched pattern stand for.
using Bindings = std::vector<std::pair<std::string, std::string>>;

/// One element of a list fact: its fields are facts too, so a loop variable keeps its provenance.
struct FactRecord {
  std::vector<std::pair<std::string, const Fact*>> fields;  ///< in the order of definition
  const Fact* find(std::string_view field) const;
};

/// F compared with a base; `current` and `base` are facts (base may be nullptr: NoBase).
struct ChangeValue {
  ChangeCase change_case = ChangeCase::NoBase;
  const Fact* current = nullptr;
  const Fact* base = nullptr;
};

using FactValue = std::variant<std::monostate,            // does not exist
                               Money,                     // Amount
                               std::int64_t,              // Count
                               Decimal,                   // Number as authored
                               Ratio,                     // Ratio, and derived numbers such as scores
                               std::string,               // Text
                               std::vector<TextLine>,     // LongText
                               bool,                      // Boolean
                               Date,                      // Date
                               ChangeValue,               // Change
                               std::vector<FactRecord>>;  // List; Record = one element

/// Why a fact has its value: other facts with their sign in a sum (+1/-1; 0 when not a plain sum), and authored spans.
struct FactInput {
  const Fact* fact = nullptr;
  int sign = 0;
};

/// What the unit wrote. Sums are made of the books' amounts, which say their name and text when asked for.
struct AuthoredInput {
  Span span;
  std::string what;                    ///< without an `entry`; read it by what_of()
  std::string text;                    ///< the same; read it by text_of()
  const LedgerEntry* entry = nullptr;  ///< set for an amount of the books
  int sign = 1;                        ///< +1/-1 in a sum
  LedgerUnit unit = LedgerUnit::Yuan;  ///< the amount of `entry` is written in
};

/// "支出.一般公共预算.2080101.基本支出"
std::string what_of(const AuthoredInput& input);
/// As authored, an amount with its unit: "1132.06万元"
std::string text_of(const AuthoredInput& input);
/// An amount as the ledger has it, with the unit; at least two decimals.
std::string authored_amount(Money amount, LedgerUnit unit);

/// A fact quoted in an authored text: {收支总计.较上年}.
struct QuotedFact {
  std::string name;  ///< as written between the braces
  const Fact* fact = nullptr;
};

struct Fact {
  std::string name;  ///< the one name; for anonymous facts the expression's text
  FactType type = FactType::Amount;
  FactValue value;  ///< monostate: the fact does not exist (base unknown, denominator zero)
  std::string unit;  ///< "" for amounts (分), "辆", "%", as authored for 业务数据; printed after a Number or Count only
                     ///< if asked
  std::string formula;               ///< in Chinese words; "" with an `expression`: read it by formula_of()
  const Expr* expression = nullptr;  ///< of its definition in the catalog, which outlives the book
  Bindings bindings;                 ///< what the variables in `expression` stand for
  Span definition;                   ///< in facts.yaml, or unknown for built-in suffixes
  bool given = false;                ///< printed value is the accounting system's own total (核对 in a 万元 ledger)
  Money computed;                    ///< when given: the exact sum it replaced
  std::vector<FactInput> inputs;
  std::vector<AuthoredInput> authored;
  std::vector<QuotedFact> quotes;  ///< for Text and LongText: what stands in braces; printed in place of the braces

  bool exists() const { return !std::holds_alternative<std::monostate>(value); }
  const Money* amount() const { return std::get_if<Money>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const std::vector<FactRecord>* list() const { return std::get_if<std::vector<FactRecord>>(&value); }
};

/// How a fact comes about, in Chinese words. Made when asked for: most facts are never explained.
std::string formula_of(const Fact& fact);

/// How many authored figures a plain sum adds up.
std::size_t count_addends(const Fact& fact);

}  // namespace gongkai
