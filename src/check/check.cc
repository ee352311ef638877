#include "check/check.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/number_format.h"
#include "check/rule_set.h"
#include "base/tolerance.h"

namespace gongkai {
namespace {

/// The authored lines below a fact, without repeats, in the order of first use.
class AuthoredLines {
 public:
  void collect(const Fact& fact) {
    if (!seen_.insert(&fact).second) return;
    for (const AuthoredInput& input : fact.authored) {
      if (spans_.insert(input.span).second) lines_.push_back(&input);
    }
    for (const FactInput& input : fact.inputs) {
      if (input.fact != nullptr) collect(*input.fact);
    }
  }
  const std::vector<const AuthoredInput*>& lines() const { return lines_; }

 private:
  std::set<const Fact*> seen_;
  std::set<Span> spans_;
  std::vector<const AuthoredInput*> lines_;
};

/// One rule at one element.
struct Case {
  const LedgerRule& rule;
  const FactBook& book;
  const Scope* scope = nullptr;
  std::string element;  ///< its name in messages
};

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string message_of(const Case& c) {
  return replace_all(c.rule.message, "{" + c.rule.variable + "}", c.element);
}

std::string amount_in_unit(Money amount, LedgerUnit unit) {
  return unit == LedgerUnit::Yuan ? format_yuan(amount, {2, true, true}) + " 元"
                                  : format_wan(amount, {6, true, true}) + " 万元";
}

void add_lines(Diagnostic& diagnostic, const std::vector<const AuthoredInput*>& lines) {
  constexpr std::size_t kMostLines = 8;
  if (lines.empty()) return;
  if (!diagnostic.span.known()) diagnostic.span = lines.front()->span;
  for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) {
    diagnostic.notes.push_back({lines[i]->span, lines[i]->what + " = " + lines[i]->text});
  }
  if (lines.size() > kMostLines) {
    diagnostic.notes.push_back({{}, "……还有 " + std::to_string(lines.size() - kMostLines) + " 个数"});
  }
}

Severity severity_of(const std::string& code) {
  return code.front() == 'E' ? Severity::Error : code.front() == 'W' ? Severity::Warning : Severity::Note;
}

/// The rule's own severity, or a milder one: the letter of the code follows.
Diagnostic finding(const Case& c, Severity severity, std::string message) {
  Diagnostic d;
  d.severity = severity;
  d.code = (severity == Severity::Error ? "E" : severity == Severity::Warning ? "W" : "N") + c.rule.code.substr(1);
  d.group = c.rule.group;
  d.message = std::move(message);
  d.hint = c.rule.hint;
  return d;
}

void collect_place(const Case& c, const Fact* left, const Fact* right, AuthoredLines& lines, Diagnostics& diagnostics) {
  const Fact* place = c.rule.place ? c.book.evaluate(*c.rule.place, c.scope, diagnostics) : nullptr;
  if (place != nullptr) lines.collect(*place);
  if (left != nullptr) lines.collect(*left);
  if (right != nullptr) lines.collect(*right);
}

void check_pair(const Case& c, Diagnostics& diagnostics) {
  const Fact* left = c.book.evaluate(*c.rule.left, c.scope, diagnostics);
  const Fact* right = c.book.evaluate(*c.rule.right, c.scope, diagnostics);
  if (left == nullptr || right == nullptr || left->amount() == nullptr || right->amount() == nullptr) return;
  const Money a = *left->amount();
  const Money b = *right->amount();
  if (c.rule.kind == RuleKind::NotAbove && a <= b) return;
  AuthoredLines lines;
  collect_place(c, left, right, lines, diagnostics);
  const LedgerUnit unit = c.book.ledger().amount_unit;
  const Tie tie = compare_sums(a, b, lines.lines().size(), unit);
  if (tie == Tie::Exact) return;
  const std::string figures = c.rule.left_name + " " + amount_in_unit(a, unit) + "，" + c.rule.right_name + " " +
                              amount_in_unit(b, unit) + "，相差 " + amount_in_unit((a - b).abs(), unit);
  const Severity own = severity_of(c.rule.code);
  const Severity severity = tie == Tie::Broken     ? own
                            : tie == Tie::WideTail ? std::min(own, Severity::Warning)
                                                   : Severity::Note;
  Diagnostic d = finding(c, severity, message_of(c) + "：" + figures);
  if (tie != Tie::Broken) {
    d.message += "（以万元填列的尾差）";
    d.hint = tie == Tie::Tail ? "" : "差数偏大，请核对各个数；改用元填列就没有尾差";
  }
  add_lines(d, lines.lines());
  diagnostics.add(std::move(d));
}

void check_must(const Case& c, Diagnostics& diagnostics) {
  if (c.book.holds(*c.rule.left, c.scope, diagnostics)) return;
  AuthoredLines lines;
  collect_place(c, nullptr, nullptr, lines, diagnostics);
  Diagnostic d = finding(c, severity_of(c.rule.code), message_of(c));
  add_lines(d, lines.lines());
  diagnostics.add(std::move(d));
}

void check_case(const Case& c, Diagnostics& diagnostics) {
  if (c.rule.condition && !c.book.holds(*c.rule.condition, c.scope, diagnostics)) return;
  if (c.rule.kind == RuleKind::Must) {
    check_must(c, diagnostics);
  } else {
    check_pair(c, diagnostics);
  }
}

std::string element_name(const FactRecord& element) {
  for (const char* field : {"名称", "项名", "名", "编码", "三级"}) {
    const Fact* fact = element.find(field);
    if (fact != nullptr && fact->text() != nullptr) return *fact->text();
  }
  return {};
}

void check_words(const LedgerRule& rule, const FactBook& book, Diagnostics& diagnostics) {
  for (const std::string& word : rule.words) {
    Fact text;
    text.name = rule.variable;
    text.type = FactType::Text;
    text.value = word;
    FactRecord element;
    element.fields.emplace_back(rule.variable, &text);
    const Scope scope{.element = &element};
    check_case({rule, book, &scope, word}, diagnostics);
  }
}

void check_list(const LedgerRule& rule, const FactBook& book, Diagnostics& diagnostics) {
  const Fact* list = book.evaluate(*rule.list, nullptr, diagnostics);
  if (list == nullptr || list->list() == nullptr) return;
  std::int64_t ordinal = 0;
  for (const FactRecord& element : *list->list()) {
    const Scope scope{.element = &element, .name = rule.variable, .ordinal = ++ordinal};
    check_case({rule, book, &scope, element_name(element)}, diagnostics);
  }
}

}  // namespace

void check_ledger(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics) {
  for (const LedgerRule& rule : rules.rules) {
    if (rule.list) {
      check_list(rule, book, diagnostics);
    } else if (!rule.words.empty()) {
      check_words(rule, book, diagnostics);
    } else {
      check_case({rule, book, nullptr, {}}, diagnostics);
    }
  }
}

}  // namespace gongkai
