#include "check/rule_runner.h"

#include <algorithm>
#include <utility>

#include "base/number_format.h"
#include "expr/parse.h"
#include "facts/print.h"

namespace gongkai {
namespace {

/// A finding names at most this many lines; more would not be read.
constexpr std::size_t kMostLines = 5;

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string element_name(const FactRecord& element) {
  for (const char* field : {"全称", "名称", "项名", "名", "编码", "三级", "事项"}) {
    const Fact* fact = element.find(field);
    if (fact != nullptr && fact->text() != nullptr) return *fact->text();
  }
  return {};
}

/// A rule at an element fills the element's name into the hint afterwards.
Diagnostic finding(const LedgerRule& rule, Severity severity, std::string message) {
  Diagnostic d;
  d.severity = severity;
  d.code = (severity == Severity::Error ? "E" : severity == Severity::Warning ? "W" : "N") + rule.code.substr(1);
  d.group = rule.group;
  d.message = std::move(message);
  d.hint = rule.hint;
  return d;
}

/// Amounts of one message with as many decimals, so that they can be compared by eye.
std::string to_the_cent(Money amount, LedgerUnit unit) {
  return unit == LedgerUnit::Yuan ? format_yuan(amount, {2, false, true}) + " 元" : amount_in_unit(amount, unit);
}

/// The deepest node on the way of a dotted path that is written.
const AuthoredValue* deepest(const AuthoredValue& root, std::string_view path) {
  const AuthoredValue* node = &root;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const AuthoredValue* child = node->find(path.substr(0, dot));
    if (child == nullptr) break;
    node = child;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return node;
}

/// What a figure is called: by the rule, or else in the words of its expression.
std::string called(const std::string& name, const std::shared_ptr<const Expr>& expr) {
  return name.empty() && expr ? "“" + to_words(*expr) + "”" : name;
}

void add_suspects(Broken& broken, const std::vector<Suspect>& suspects, LedgerUnit unit) {
  Diagnostic& d = broken.diagnostic;
  if (suspects.empty()) return;
  d.span = suspects.front().line.input->span;
  for (const Suspect& suspect : suspects) {
    const AuthoredInput& input = *suspect.line.input;
    d.notes.push_back({input.span, what_of(input) + " = " + to_the_cent(suspect.line.amount, unit) +
                                       (suspect.why.empty() ? "" : "：" + suspect.why)});
  }
  if (broken.lines.size() > suspects.size()) {
    d.notes.push_back({{}, "以上是最可能写错的；参加计算的共 " + std::to_string(broken.lines.size()) + " 个数"});
  }
}

}  // namespace

/// One rule at one element.
struct RuleRunner::Case {
  const LedgerRule& rule;
  const Scope* scope = nullptr;
  std::string element;  ///< its name in messages

  std::string filled(const std::string& text) const { return replace_all(text, "{" + rule.variable + "}", element); }
};

Severity severity_of(const std::string& code) {
  return code.front() == 'E' ? Severity::Error : code.front() == 'W' ? Severity::Warning : Severity::Note;
}

void RuleRunner::report_tail(const LedgerRule& rule, Tie tie, std::string message,
                             const std::vector<AuthoredLine>& lines) {
  const Severity severity = tie == Tie::WideTail ? std::min(severity_of(rule.code), Severity::Warning) : Severity::Note;
  Diagnostic d = finding(rule, severity, std::move(message) + "（以万元填列的尾差）");
  d.hint = tie == Tie::Tail ? "" : "差数偏大，请核对各个数；改用元填列就没有尾差";
  if (!lines.empty()) d.span = lines.front().input->span;
  diagnostics_.add(std::move(d));
}

void RuleRunner::compare(const LedgerRule& rule, const std::string& message, const Fact& left, const Fact& right,
                         std::size_t uncounted) {
  const Money a = left.given ? left.computed : *left.amount();
  const Money b = right.given ? right.computed : *right.amount();
  if (rule.kind == RuleKind::NotAbove && a <= b) return;
  AuthoredLines lines(book_.ledger().amount_unit);
  lines.collect(left, 1);
  lines.collect(right, -1);
  if (rule.as_printed && round_to_printed_wan(a) == round_to_printed_wan(b)) return;
  const LedgerUnit unit = book_.ledger().amount_unit;
  const std::size_t figures = lines.lines().size() - std::min(uncounted, lines.lines().size());
  const Tie tie = compare_sums(a, b, figures, unit);
  if (tie == Tie::Exact) {
    if (rule.kind != RuleKind::Equal || a.is_zero()) return;
    for (const AuthoredLine& line : lines.lines()) evidence_.cleared.insert(line.input->span);
    return;
  }
  const std::string said = message + "：" + called(rule.left_name, rule.left) + " " + to_the_cent(a, unit) + "，" +
                           called(rule.right_name, rule.right) + " " + to_the_cent(b, unit) + "，相差 " +
                           to_the_cent((a - b).abs(), unit);
  if (tie != Tie::Broken) return report_tail(rule, tie, said, lines.lines());
  broken_.push_back({finding(rule, severity_of(rule.code), said), a - b, lines.lines()});
}

void RuleRunner::run_pair(const Case& c) {
  const Fact* left = book_.evaluate(*c.rule.left, c.scope, diagnostics_);
  const Fact* right = book_.evaluate(*c.rule.right, c.scope, diagnostics_);
  if (left == nullptr || right == nullptr || left->amount() == nullptr || right->amount() == nullptr) return;
  const std::size_t before = broken_.size();
  compare(c.rule, c.filled(c.rule.message), *left, *right);
  if (broken_.size() == before) return;
  broken_.back().diagnostic.hint = c.filled(c.rule.hint);
  if (broken_.back().lines.empty()) broken_.back().diagnostic.span = place_of(c);
}

Span RuleRunner::place_of(const Case& c) {
  if (c.rule.place) {
    const Fact* place = book_.evaluate(*c.rule.place, c.scope, diagnostics_);
    AuthoredLines lines(book_.ledger().amount_unit);
    if (place != nullptr) lines.collect(*place, 1);
    // Last year's file is published; what can be wrong now stands in this year's.
    const Span& own = book_.ledger().year.span;
    const auto here =
        std::ranges::find(lines.lines(), own.file, [](const AuthoredLine& l) { return l.input->span.file; });
    if (here != lines.lines().end()) return here->input->span;
  }
  const AuthoredValue& root = c.rule.in_unit_file ? book_.ledger().unit : book_.ledger().year;
  const AuthoredValue* node = deepest(root, c.filled(c.rule.path));
  return node->key_span.known() ? node->key_span : node->span;
}

void RuleRunner::run_must(const Case& c) {
  if (book_.holds(*c.rule.left, c.scope, diagnostics_)) return;
  Diagnostic d = finding(c.rule, severity_of(c.rule.code), c.filled(c.rule.message));
  d.hint = c.filled(c.rule.hint);
  for (const auto& [quoted, expression] : c.rule.quoted) {
    const Fact* value = expression == nullptr ? nullptr : book_.evaluate(*expression, c.scope, diagnostics_);
    if (value == nullptr || !value->exists()) continue;
    d.message = replace_all(std::move(d.message), "{" + quoted + "}", print_in_prose(*value, {}));
  }
  d.span = place_of(c);
  diagnostics_.add(std::move(d));
}

void RuleRunner::run_case(const Case& c) {
  if (c.rule.condition && !book_.holds(*c.rule.condition, c.scope, diagnostics_)) return;
  if (c.rule.kind == RuleKind::Must) {
    run_must(c);
  } else {
    run_pair(c);
  }
}

void RuleRunner::run_words(const LedgerRule& rule) {
  for (const std::string& word : rule.words) {
    Fact text;
    text.name = rule.variable;
    text.type = FactType::Text;
    text.value = word;
    FactRecord element;
    element.fields.emplace_back(rule.variable, &text);
    const Scope scope{.element = &element};
    run_case({rule, &scope, word});
  }
}

void RuleRunner::run_list(const LedgerRule& rule) {
  const Fact* list = book_.evaluate(*rule.list, nullptr, diagnostics_);
  if (list == nullptr || list->list() == nullptr) return;
  std::int64_t ordinal = 0;
  for (const FactRecord& element : *list->list()) {
    const Scope scope{.element = &element, .name = rule.variable, .ordinal = ++ordinal};
    run_case({rule, &scope, element_name(element)});
  }
}

void RuleRunner::run(const LedgerRule& rule) {
  if (rule.list) {
    run_list(rule);
  } else if (!rule.words.empty()) {
    run_words(rule);
  } else {
    run_case({rule, nullptr, {}});
  }
}

void RuleRunner::finish() {
  for (Broken& one : broken_) {
    Evidence evidence{evidence_.cleared, {}, book_.ledger().year.span.file};
    for (const Broken& other : broken_) {
      if (&other == &one || other.difference.abs() != one.difference.abs()) continue;
      for (const AuthoredLine& line : other.lines) evidence.implicated.insert(line.input->span);
    }
    const LedgerUnit unit = book_.ledger().amount_unit;
    add_suspects(one, likeliest(one.lines, one.difference, evidence, unit, kMostLines), unit);
    diagnostics_.add(std::move(one.diagnostic));
  }
  broken_.clear();
}

}  // namespace gongkai
