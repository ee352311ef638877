#include <cstdlib>

#include "facts/arithmetic.h"
#include "facts/evaluator.h"

namespace gongkai {
namespace {

std::optional<Ratio> as_ratio(const FactValue& value) {
  if (const auto* ratio = std::get_if<Ratio>(&value)) return *ratio;
  if (const auto* count = std::get_if<std::int64_t>(&value)) return Ratio::of(*count, 1);
  if (const auto* number = std::get_if<Decimal>(&value)) return ratio_of(*number);
  return std::nullopt;
}

/// The type of a result of two plain numbers; mirrors the type checker.
FactType number_type(ExprKind kind, FactType left, FactType right) {
  if (left == FactType::Count && right == FactType::Count) {
    return kind == ExprKind::Divide ? FactType::Number : FactType::Count;
  }
  const bool sum = kind == ExprKind::Add || kind == ExprKind::Subtract;
  const bool any_ratio = left == FactType::Ratio || right == FactType::Ratio;
  const bool all_ratio = left == FactType::Ratio && right == FactType::Ratio;
  return (sum && any_ratio) || all_ratio ? FactType::Ratio : FactType::Number;
}

std::optional<Ratio> combine(ExprKind kind, Ratio left, Ratio right) {
  switch (kind) {
    case ExprKind::Add:
      return add(left, right);
    case ExprKind::Subtract:
      return subtract(left, right);
    case ExprKind::Multiply:
      return multiply(left, right);
    default:
      return divide(left, right);
  }
}

FactValue value_or_absent(const auto& optional) {
  return optional ? FactValue(*optional) : FactValue(std::monostate());
}

FactValue numbers(ExprKind kind, FactType type, const FactValue& left, const FactValue& right) {
  const auto a = as_ratio(left);
  const auto b = as_ratio(right);
  if (!a || !b) return std::monostate();
  const auto result = combine(kind, *a, *b);
  if (result && type == FactType::Count) return result->numerator() / result->denominator();
  return value_or_absent(result);
}

FactValue amount_by_number(ExprKind kind, Money amount, const FactValue& number) {
  auto factor = as_ratio(number);
  if (factor && kind == ExprKind::Divide) factor = divide(*Ratio::of(1, 1), *factor);
  if (!factor) return std::monostate();
  return value_or_absent(scale(amount, *factor));
}

/// -1, 0, 1; empty when the two cannot be compared or one does not exist.
std::optional<int> compare(const FactValue& left, const FactValue& right) {
  const auto order = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
  const auto* a = std::get_if<Money>(&left);
  const auto* b = std::get_if<Money>(&right);
  if (a != nullptr && b != nullptr) return order(*a, *b);
  const auto x = as_ratio(left);
  const auto y = as_ratio(right);
  if (x && y) return Ratio::compare(*x, *y);
  if (a != nullptr && y) return Ratio::compare(*Ratio::of(a->fen(), 1), *y);
  if (b != nullptr && x) return Ratio::compare(*x, *Ratio::of(b->fen(), 1));
  if (left.index() != right.index()) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&left)) return order(*text, std::get<std::string>(right));
  if (const auto* flag = std::get_if<bool>(&left)) return order(*flag, std::get<bool>(right));
  if (const auto* date = std::get_if<Date>(&left)) return order(*date, std::get<Date>(right));
  return std::nullopt;
}

bool satisfies(ExprKind kind, int order) {
  switch (kind) {
    case ExprKind::Equal:
      return order == 0;
    case ExprKind::NotEqual:
      return order != 0;
    case ExprKind::Less:
      return order < 0;
    case ExprKind::LessEqual:
      return order <= 0;
    case ExprKind::Greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

Outcome literal(const Expr& expr) {
  if (expr.text == "%") return Outcome::of(FactType::Ratio, value_or_absent(ratio_of(expr.number)));
  if (expr.text.empty()) return Outcome::of(FactType::Number, expr.number);
  const std::int64_t unit = expr.text == "万元" ? kFenPerWan : 100;
  const auto value = ratio_of(expr.number);
  return Outcome::of(FactType::Amount,
                     value ? value_or_absent(scale(Money::from_fen(unit), *value)) : FactValue(std::monostate()));
}

Outcome negated(const Outcome& operand) {
  Outcome outcome = Outcome::of(operand.type, std::monostate());
  if (operand.amount() != nullptr) {
    outcome.value = -*operand.amount();
  } else {
    outcome.value = numbers(ExprKind::Subtract, operand.type, std::int64_t{0}, operand.value);
  }
  outcome.take_provenance(operand, -1);
  return outcome;
}

}  // namespace

Outcome FactBook::Impl::eval(const Expr& expr, const Environment& environment, FactType expected) {
  switch (expr.kind) {
    case ExprKind::Number:
      return literal(expr);
    case ExprKind::Text:
      return Outcome::text(expr.text);
    case ExprKind::Name:
      return eval_name(expr, environment);
    case ExprKind::Select:
      return eval_select(expr, environment);
    case ExprKind::Call:
      return eval_call(expr, environment, expected);
    case ExprKind::Negate:
      return negated(eval(*expr.children[0], environment, expected));
    case ExprKind::Not:
      return Outcome::boolean(!eval_holds(*expr.children[0], environment));
    case ExprKind::And:
      return Outcome::boolean(eval_holds(*expr.children[0], environment) && eval_holds(*expr.children[1], environment));
    case ExprKind::Or:
      return Outcome::boolean(eval_holds(*expr.children[0], environment) || eval_holds(*expr.children[1], environment));
    case ExprKind::If:
      return eval_condition(expr, environment, expected);
    case ExprKind::Add:
    case ExprKind::Subtract:
    case ExprKind::Multiply:
    case ExprKind::Divide:
      return eval_arithmetic(expr, environment, expected);
    default:
      return eval_comparison(expr, environment);
  }
}

Outcome FactBook::Impl::eval_name(const Expr& expr, const Environment& environment) {
  if (expr.name.size() == 1 && !expr.name.front().variable) {
    if (auto bound = bound_text(expr.name.front().text, environment)) return *bound;
  }
  const Fact* fact = lookup(expr, environment);
  return fact == nullptr ? Outcome::absent(FactType::Amount) : Outcome::from(*fact);
}

Outcome FactBook::Impl::eval_select(const Expr& expr, const Environment& environment) {
  const auto book = book_of(expr.text);
  if (!book) {
    report("E0505", expr.span, "没有账本“" + expr.text + "”");
    return Outcome::absent(FactType::Amount);
  }
  LedgerSelection selection;
  for (const SelectFilter& filter : expr.filters) {
    const std::string value = text_of(*filter.value, environment);
    if (filter.dimension == "编码") {
      selection.code = value;
    } else if (filter.dimension == "列") {
      selection.column = value;
    } else {
      selection.fund = value;
    }
  }
  return sum_entries(index_.select(*book, selection));
}

Outcome FactBook::Impl::sum_entries(const std::vector<const LedgerEntry*>& entries) const {
  Outcome outcome;
  outcome.authored.reserve(entries.size());
  Money sum;
  for (const LedgerEntry* entry : entries) {
    sum += entry->amount;
    outcome.authored.push_back({.span = entry->span, .entry = entry, .unit = ledger.amount_unit});
  }
  outcome.value = sum;
  return outcome;
}

Outcome FactBook::Impl::eval_condition(const Expr& expr, const Environment& environment, FactType expected) {
  if (eval_holds(*expr.children[0], environment)) return eval(*expr.children[1], environment, expected);
  if (expr.children.size() > 2) return eval(*expr.children[2], environment, expected);
  return Outcome::absent(expected);
}

bool FactBook::Impl::eval_holds(const Expr& expr, const Environment& environment) {
  const Outcome outcome = eval(expr, environment, FactType::Boolean);
  const bool* value = std::get_if<bool>(&outcome.value);
  return value != nullptr && *value;
}

Outcome FactBook::Impl::eval_arithmetic(const Expr& expr, const Environment& environment, FactType expected) {
  const Outcome left = eval(*expr.children[0], environment, expected);
  const Outcome right = eval(*expr.children[1], environment, expected);
  const bool sum = expr.kind == ExprKind::Add || expr.kind == ExprKind::Subtract;
  Outcome outcome;
  outcome.take_provenance(left, sum ? 1 : 0);
  outcome.take_provenance(right, !sum ? 0 : expr.kind == ExprKind::Add ? 1 : -1);
  const bool amount_left = left.type == FactType::Amount;
  const bool amount_right = right.type == FactType::Amount;
  if (amount_left && amount_right) {
    outcome.type = expr.kind == ExprKind::Divide ? FactType::Ratio : FactType::Amount;
    if (left.amount() == nullptr || right.amount() == nullptr) return outcome;
    if (expr.kind == ExprKind::Divide) {
      outcome.value = value_or_absent(make_ratio(left.amount()->fen(), right.amount()->fen()));
    } else {
      outcome.value =
          value_or_absent(add(*left.amount(), expr.kind == ExprKind::Add ? *right.amount() : -*right.amount()));
    }
    return outcome;
  }
  if (amount_left || amount_right) {
    outcome.type = FactType::Amount;
    const Money* amount = amount_left ? left.amount() : right.amount();
    if (amount != nullptr && !sum) {
      outcome.value = amount_by_number(expr.kind, *amount, amount_left ? right.value : left.value);
    }
    return outcome;
  }
  outcome.type = number_type(expr.kind, left.type, right.type);
  outcome.value = numbers(expr.kind, outcome.type, left.value, right.value);
  return outcome;
}

Outcome FactBook::Impl::eval_operand(const Expr& expr, const Environment& environment) {
  const bool lone_variable = expr.kind == ExprKind::Name && expr.name.size() == 1 && expr.name.front().variable;
  return lone_variable ? Outcome::text(text_of(expr, environment)) : eval(expr, environment, FactType::Amount);
}

Outcome FactBook::Impl::eval_comparison(const Expr& expr, const Environment& environment) {
  const Outcome left = eval_operand(*expr.children[0], environment);
  const Outcome right = eval_operand(*expr.children[1], environment);
  const auto order = compare(left.value, right.value);
  Outcome outcome = Outcome::boolean(order && satisfies(expr.kind, *order));
  outcome.take_provenance(left, 0);
  outcome.take_provenance(right, 0);
  return outcome;
}

}  // namespace gongkai
