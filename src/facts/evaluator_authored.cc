#include "base/utf8.h"
#include "facts/arithmetic.h"
#include "facts/evaluator.h"

namespace gongkai {
namespace {

std::string join(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& part : path) text += (text.empty() ? "" : ".") + part;
  return text;
}

/// A missing ledger figure is nothing at all (0); every other missing value does not exist.
Outcome missing(FactType expected) {
  if (expected == FactType::Amount) return Outcome::of(expected, Money());
  if (expected == FactType::Count) return Outcome::count(0);
  return Outcome::absent(expected);
}

struct Quote {
  std::string name;
  std::size_t column = 0;  ///< characters before the brace
};

std::vector<Quote> quotes_in(std::string_view text) {
  std::vector<Quote> quotes;
  std::size_t at = 0;
  while ((at = text.find('{', at)) != std::string_view::npos) {
    const auto end = text.find('}', at);
    if (end == std::string_view::npos) {
      quotes.push_back({{}, count_characters(text.substr(0, at))});
      break;
    }
    quotes.push_back({std::string(trim(text.substr(at + 1, end - at - 1))), count_characters(text.substr(0, at))});
    at = end + 1;
  }
  return quotes;
}

}  // namespace

const AuthoredValue* FactBook::Impl::descend(const AuthoredValue* node, const std::vector<std::string>& path) {
  for (const std::string& key : path) {
    if (node == nullptr) return nullptr;
    node = node->find(key);
  }
  return node;
}

const AuthoredValue* FactBook::Impl::row_of(const Environment& environment) const {
  for (const Environment* at = &environment; at != nullptr; at = at->outer) {
    if (at->row != nullptr) return at->row;
  }
  return nullptr;
}

Outcome FactBook::Impl::call_authored(Function function, const Expr& expr, const Environment& environment,
                                      FactType expected) {
  if (function == Function::RowKey) {
    const AuthoredValue* row = row_of(environment);
    return row == nullptr || row->key.empty() ? Outcome::absent(FactType::Text) : Outcome::text(row->key);
  }
  const std::vector<std::string> path =
      expr.children.empty() ? std::vector<std::string>() : path_of(*expr.children[0], environment);
  const bool unit = function == Function::AuthoredUnit || function == Function::HasAuthoredUnit;
  const bool row = function == Function::RowValue || function == Function::RowBase || function == Function::HasRow;
  const AuthoredValue* root = unit ? &ledger.unit : row ? row_of(environment) : &ledger.year;
  const AuthoredValue* node = descend(root, path);
  if (function == Function::HasAuthored || function == Function::HasAuthoredUnit || function == Function::HasRow) {
    return Outcome::boolean(node != nullptr);
  }
  std::string what = join(path);
  if (row && root != nullptr && !root->key.empty()) what = what.empty() ? root->key : root->key + "." + what;
  Outcome outcome = authored(node, what);
  const bool zero_when_missing = function == Function::Authored || function == Function::RowValue;
  return node == nullptr && zero_when_missing ? missing(expected) : outcome;
}

Outcome FactBook::Impl::authored(const AuthoredValue* node, const std::string& what) {
  if (node == nullptr) return Outcome::absent(FactType::Amount);
  if (node->kind == ValueKind::Map) {
    // 金额项: the amount with notes beside it.
    const AuthoredValue* amount = node->find("金额");
    return amount == nullptr ? Outcome::absent(FactType::Amount) : authored(amount, what);
  }
  Outcome outcome = authored_scalar(*node);
  if (outcome.exists()) {
    if (node->parts.empty()) outcome.authored.push_back(authored_input(*node, what));
    for (const AuthoredValue& part : node->parts) outcome.authored.push_back(authored_input(part, what));
    attach_quotes(outcome, node->span);
  }
  return outcome;
}

Outcome FactBook::Impl::authored_scalar(const AuthoredValue& node) {
  switch (node.kind) {
    case ValueKind::Amount:
      return Outcome::of(FactType::Amount, node.amount);
    case ValueKind::Integer:
      return Outcome::count(node.integer);
    case ValueKind::Number:
      return Outcome::of(FactType::Number, node.decimal);
    case ValueKind::Percent:
      return Outcome::of(FactType::Ratio, *ratio_of(Decimal{node.decimal.units, node.decimal.scale + 2}));
    case ValueKind::Text:
      return Outcome::text(node.text);
    case ValueKind::LongText:
      return Outcome::of(FactType::LongText, node.lines);
    case ValueKind::Boolean:
      return Outcome::boolean(node.boolean);
    case ValueKind::Date:
      return Outcome::of(FactType::Date, node.date);
    case ValueKind::List:
      return Outcome::of(FactType::List, text_elements(node));
    default:
      return Outcome::absent(FactType::Text);
  }
}

std::vector<FactRecord> FactBook::Impl::text_elements(const AuthoredValue& node) {
  std::vector<FactRecord> records;
  for (const AuthoredValue& child : node.children) {
    if (child.kind != ValueKind::Text) continue;
    FactRecord& record = records.emplace_back();
    const std::string name = node.key + "." + std::to_string(records.size());
    record.fields.emplace_back("值", &fact_from(name, authored(&child, name)));
  }
  return records;
}

AuthoredInput FactBook::Impl::authored_input(const AuthoredValue& node, const std::string& what) const {
  AuthoredInput input{node.span, what, {}, nullptr, 1};
  switch (node.kind) {
    case ValueKind::Amount:
      input.text = authored_amount(node.amount, ledger.amount_unit);
      break;
    case ValueKind::Integer:
      input.text = std::to_string(node.integer);
      break;
    case ValueKind::Number:
      input.text = to_string(node.decimal);
      break;
    case ValueKind::Percent:
      input.text = to_string(node.decimal) + "%";
      break;
    case ValueKind::Boolean:
      input.text = node.boolean ? "是" : "否";
      break;
    case ValueKind::Text:
      input.text = node.text;
      break;
    default:
      break;
  }
  return input;
}

Outcome FactBook::Impl::business_figure(const std::string& name) {
  const AuthoredValue* figures = ledger.year.find("业务数据");
  const AuthoredValue* node = figures == nullptr ? nullptr : figures->find(name);
  if (node == nullptr) return Outcome::absent(FactType::Number);
  const AuthoredValue* value = node->kind == ValueKind::Map ? node->find("值") : node;
  if (value == nullptr) return Outcome::absent(FactType::Number);
  Outcome outcome = authored(value, "业务数据." + name);
  const AuthoredValue* unit = node->kind == ValueKind::Map ? node->find("单位") : nullptr;
  if (unit != nullptr) outcome.unit = unit->text;
  if (outcome.type == FactType::Count) outcome.type = FactType::Number;
  return outcome;
}

void FactBook::Impl::attach_quotes(Outcome& outcome, Span at) {
  const auto resolve = [this, &outcome](std::string_view text, Span line) {
    for (const Quote& quote : quotes_in(text)) {
      Span span = line;
      span.column += static_cast<std::uint32_t>(quote.column);
      span.length = static_cast<std::uint32_t>(count_characters(quote.name) + 2);
      const Fact* fact = quote.name.empty() ? nullptr : find(quote.name);
      if (quote.name.empty()) {
        report("E0402", span, "文字里的花括号是空的或没有配对", "花括号里写事实名，如 {收支总计.较上年}");
      } else if (fact == nullptr) {
        const std::string guess = catalog.guess(parse_name_pattern(quote.name), nullptr);
        report("E0402", span, "文字里引用的“" + quote.name + "”不是事实名",
               guess.empty() ? "花括号里写事实名；只是文字就改用圆括号（），花括号本身要写两个：{{ }}" : guess);
      } else if (!fact->exists()) {
        report("E0403", span, "文字里引用的“" + quote.name + "”没有值", "请先写出它用到的数，或改写这句话");
      } else {
        outcome.quotes.push_back({quote.name, fact});
        outcome.inputs.push_back({fact, 0});
      }
    }
  };
  if (const auto* text = std::get_if<std::string>(&outcome.value)) resolve(*text, at);
  if (const auto* lines = std::get_if<std::vector<TextLine>>(&outcome.value)) {
    for (const TextLine& line : *lines) resolve(line.text, line.span);
  }
}

}  // namespace gongkai
