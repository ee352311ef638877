#include <algorithm>

#include "expr/parse.h"
#include "facts/arithmetic.h"
#include "facts/evaluator.h"

namespace gongkai {
namespace {

std::optional<std::int64_t> as_integer(const Outcome& outcome) {
  if (const auto* count = std::get_if<std::int64_t>(&outcome.value)) return *count;
  const auto* number = std::get_if<Decimal>(&outcome.value);
  return number != nullptr && number->scale == 0 ? std::optional(number->units) : std::nullopt;
}

std::optional<Ratio> as_ratio(const Outcome& outcome) {
  if (const auto* ratio = std::get_if<Ratio>(&outcome.value)) return *ratio;
  if (const auto* count = std::get_if<std::int64_t>(&outcome.value)) return Ratio::of(*count, 1);
  const auto* number = std::get_if<Decimal>(&outcome.value);
  return number != nullptr ? ratio_of(*number) : std::nullopt;
}

/// Whether `left` is below `right`; amounts among themselves, numbers among themselves.
bool is_less(const Outcome& left, const Outcome& right) {
  if (left.amount() != nullptr && right.amount() != nullptr) return *left.amount() < *right.amount();
  const auto a = as_ratio(left);
  const auto b = as_ratio(right);
  return a && b && *a < *b;
}

Outcome absolute(Outcome operand) {
  Outcome outcome = Outcome::of(operand.type, operand.value);
  outcome.unit = operand.unit;
  outcome.take_provenance(operand, 0);
  if (const auto* amount = operand.amount()) outcome.value = amount->abs();
  if (const auto* count = std::get_if<std::int64_t>(&operand.value)) outcome.value = *count < 0 ? -*count : *count;
  if (auto* number = std::get_if<Decimal>(&outcome.value)) number->units = std::abs(number->units);
  if (const auto* ratio = std::get_if<Ratio>(&operand.value)) {
    outcome.value = ratio->numerator() < 0 ? *Ratio::of(-ratio->numerator(), ratio->denominator()) : *ratio;
  }
  return outcome;
}

Outcome rounded(const Outcome& operand, int decimals) {
  Outcome outcome = Outcome::absent(operand.type);
  outcome.take_provenance(operand, 0);
  const auto ratio = operand.amount() != nullptr ? make_ratio(operand.amount()->fen(), kFenPerWan) : as_ratio(operand);
  const auto result = ratio ? round_to(*ratio, decimals) : std::nullopt;
  if (!result) return outcome;
  if (operand.amount() != nullptr) {
    if (const auto amount = scale(Money::from_fen(kFenPerWan), *result)) outcome.value = *amount;
  } else {
    outcome.value = *result;
  }
  return outcome;
}

/// "2080501" -> 208, 05, 01: the digits a code adds at a level, "" when it does not reach that level.
std::string subject_part(const std::string& code, std::string_view level) {
  const std::size_t begin = level == "类" ? 0 : level == "款" ? 3 : 5;
  const std::size_t end = level == "类" ? 3 : begin + 2;
  return is_subject_code(code) && code.size() >= end ? code.substr(begin, end - begin) : std::string();
}

}  // namespace

Outcome FactBook::Impl::eval_call(const Expr& expr, const Environment& environment, FactType expected) {
  const FunctionInfo* info = find_function(expr.text);
  if (info == nullptr || expr.children.size() < info->least || expr.children.size() > info->most) {
    report("E0505", expr.span, "函数“" + expr.text + "”用得不对",
           info == nullptr ? std::string() : "写法：" + std::string(info->usage));
    return Outcome::absent(expected);
  }
  switch (info->function) {
    case Function::Sum:
    case Function::Count:
    case Function::Average:
    case Function::Filter:
    case Function::First:
    case Function::Last:
    case Function::Join:
      return call_list(info->function, expr, environment, expected);
    case Function::Authored:
    case Function::AuthoredBase:
    case Function::AuthoredUnit:
    case Function::HasAuthored:
    case Function::HasAuthoredUnit:
    case Function::HasRow:
    case Function::RowValue:
    case Function::RowBase:
    case Function::RowKey:
      return call_authored(info->function, expr, environment, expected);
    case Function::SubjectName:
    case Function::SubjectPath:
    case Function::SubjectLevelName:
    case Function::SubjectPart:
    case Function::ParentSubject:
    case Function::SubjectText:
      return call_subject(info->function, expr, environment);
    default:
      return call_value(info->function, expr, environment, expected);
  }
}

Outcome FactBook::Impl::call_value(Function function, const Expr& expr, const Environment& environment,
                                   FactType expected) {
  const auto& arguments = expr.children;
  switch (function) {
    case Function::Exists: {
      const Outcome operand = eval(*arguments[0], environment, expected);
      const auto* text = std::get_if<std::string>(&operand.value);
      return Outcome::boolean(operand.exists() && (text == nullptr || !text->empty()));
    }
    case Function::Default:
      for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        Outcome operand = eval(*arguments[i], environment, expected);
        if (operand.exists()) return operand;
      }
      return eval(*arguments.back(), environment, expected);
    case Function::ChangeFrom:
      return call_change(expr, environment);
    case Function::InitialBudget:
    case Function::FullBudget:
      return budget(function == Function::InitialBudget ? Book::InitialBudget : Book::FullBudget,
                    text_of(*arguments[0], environment), text_of(*arguments[1], environment));
    case Function::BusinessFigure:
      return business_figure(text_of(*arguments[0], environment));
    case Function::Absolute:
    case Function::Smallest:
    case Function::Largest:
    case Function::Round:
    case Function::MakeDate:
      return call_number(function, expr, environment, expected);
    default:
      return call_text(function, expr, environment);
  }
}

Outcome FactBook::Impl::call_change(const Expr& expr, const Environment& environment) {
  const auto operand = [&](const Expr& argument) -> const Fact* {
    Outcome outcome = eval(argument, environment, FactType::Amount);
    return outcome.fact != nullptr ? outcome.fact : &fact_from(to_words(argument), std::move(outcome));
  };
  const Fact* current = operand(*expr.children[0]);
  const Fact* base = operand(*expr.children[1]);
  if (!current->exists()) return Outcome::absent(FactType::Change);
  const Fact* change = change_from("较", *current, base, "基数");
  Outcome outcome = Outcome::of(FactType::Change, change->value);
  outcome.inputs = change->inputs;
  return outcome;
}

Outcome FactBook::Impl::call_number(Function function, const Expr& expr, const Environment& environment,
                                    FactType expected) {
  std::vector<Outcome> operands;
  for (const ExprPtr& argument : expr.children) operands.push_back(eval(*argument, environment, expected));
  switch (function) {
    case Function::Absolute:
      return absolute(std::move(operands.front()));
    case Function::Round: {
      const auto decimals = as_integer(operands[1]);
      return rounded(operands[0], decimals && *decimals >= 0 && *decimals <= 6 ? static_cast<int>(*decimals) : 0);
    }
    case Function::MakeDate: {
      const auto year = as_integer(operands[0]);
      const auto month = as_integer(operands[1]);
      const auto day = as_integer(operands[2]);
      if (!year || !month || !day) return Outcome::absent(FactType::Date);
      return Outcome::of(FactType::Date,
                         Date{static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day)});
    }
    default:
      break;
  }
  const Outcome* best = nullptr;
  for (const Outcome& operand : operands) {
    if (!operand.exists()) return Outcome::absent(operand.type);
    const bool better =
        best != nullptr && (function == Function::Smallest ? is_less(operand, *best) : is_less(*best, operand));
    if (best == nullptr || better) best = &operand;
  }
  Outcome outcome = Outcome::of(best->type, best->value);
  for (const Outcome& operand : operands) outcome.take_provenance(operand, 0);
  return outcome;
}

Outcome FactBook::Impl::call_subject(Function function, const Expr& expr, const Environment& environment) {
  const std::string first = text_of(*expr.children[0], environment);
  switch (function) {
    case Function::SubjectName:
      return Outcome::text(ledger.subjects.name(first));
    case Function::SubjectPath:
      return Outcome::text(subject_path(first));
    case Function::ParentSubject:
      return Outcome::text(std::string(parent_code(first)));
    case Function::SubjectLevelName:
      return Outcome::text(first.size() == 3 ? "类" : first.size() == 5 ? "款" : first.size() == 7 ? "项" : "");
    case Function::SubjectPart:
      return Outcome::text(subject_part(first, text_of(*expr.children[1], environment)));
    default:
      break;
  }
  const auto book = book_of(first);
  if (!book) {
    report("E0505", expr.span, "没有账本“" + first + "”");
    return Outcome::absent(FactType::Text);
  }
  const std::string fund = text_of(*expr.children[1], environment);
  const std::string code = text_of(*expr.children[2], environment);
  const std::string key = text_of(*expr.children[3], environment);
  const std::string column = expr.children.size() > 4 ? text_of(*expr.children[4], environment) : std::string();
  return authored(subject_text(ledger, *book, fund, column, code, key), first + "." + fund + "." + code + "." + key);
}

std::string FactBook::Impl::subject_path(const std::string& code) const {
  std::string path;
  for (const std::size_t digits : {std::size_t{3}, std::size_t{5}, std::size_t{7}}) {
    if (code.size() < digits) break;
    path += ledger.subjects.name(code.substr(0, digits));
    path += digits == 3 ? "（类）" : digits == 5 ? "（款）" : "（项）";
  }
  return path;
}

Outcome FactBook::Impl::call_text(Function function, const Expr& expr, const Environment& environment) {
  if (function == Function::Concatenate) {
    std::vector<const Fact*> parts;
    for (const ExprPtr& argument : expr.children) {
      Outcome part = eval_operand(*argument, environment);
      if (!part.exists()) continue;
      const Fact* own = part.fact;
      parts.push_back(own != nullptr ? own : &fact_from("拼接", std::move(part)));
    }
    return concatenate(parts, {});
  }
  const std::string first = text_of(*expr.children[0], environment);
  switch (function) {
    case Function::OneOf:
      return Outcome::boolean(std::any_of(expr.children.begin() + 1, expr.children.end(),
                                          [&](const ExprPtr& other) { return text_of(*other, environment) == first; }));
    case Function::Contains:
      return Outcome::boolean(first.find(text_of(*expr.children[1], environment)) != std::string::npos);
    case Function::IsSubjectCode:
      return Outcome::boolean(is_subject_code(first));
    case Function::IsGlossaryTerm:
      return Outcome::boolean(settings.glossary.contains(first));
    case Function::GlossaryText:
      return glossary_text(first);
    default:
      break;
  }
  const AuthoredValue* chosen = ledger.unit.find("选项");
  chosen = chosen == nullptr ? nullptr : chosen->find(first);
  if (chosen != nullptr) return authored(chosen, "选项." + first);
  const auto found = settings.options.find(first);
  return found == settings.options.end() ? Outcome::absent(FactType::Text) : Outcome::text(found->second);
}

Outcome FactBook::Impl::glossary_text(const std::string& term) {
  const Subject* subject = ledger.subjects.find(term);
  if (subject != nullptr && subject->declared && !subject->definition.empty()) {
    Outcome outcome = Outcome::text(subject->definition);
    outcome.authored.push_back({subject->span, "自定义科目." + term + ".释义", subject->definition});
    return outcome;
  }
  const auto found = settings.glossary.find(term);
  if (found == settings.glossary.end()) return Outcome::absent(FactType::Text);
  Outcome outcome = Outcome::text(found->second);
  attach_quotes(outcome, Span{});
  return outcome;
}

Outcome FactBook::Impl::concatenate(const std::vector<const Fact*>& facts, std::string_view separator) {
  Outcome outcome = Outcome::text({});
  std::string text;
  bool first = true;
  for (const Fact* fact : facts) {
    if (!first) text += separator;
    first = false;
    outcome.inputs.push_back({fact, 0});
    if (const std::string* words = fact->text()) {
      text += *words;
      outcome.quotes.insert(outcome.quotes.end(), fact->quotes.begin(), fact->quotes.end());
    } else {
      // Figures stay facts inside the text; they become characters only when it is printed.
      const std::string key = "#" + std::to_string(++figures_in_texts_);
      text += "{" + key + "}";
      outcome.quotes.push_back({key, fact});
    }
  }
  outcome.value = std::move(text);
  return outcome;
}

}  // namespace gongkai
