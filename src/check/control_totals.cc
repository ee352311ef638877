#include "check/control_totals.h"

#include <string>
#include <string_view>

#include "base/suggest.h"

namespace gongkai {
namespace {

/// A figure as a unit wrote it, as a fact, so that it can be compared like one.
Fact written_fact(const AuthoredValue& node, const std::string& what, LedgerUnit unit) {
  Fact fact;
  fact.name = what;
  fact.value = node.amount;
  const bool wan = unit == LedgerUnit::WanYuan;
  fact.authored.push_back({.span = node.span, .what = what, .text = amount_in_unit(node.amount, unit)});
  // The text is parsed back in the ledger's own unit, without separators.
  fact.authored.back().text = to_string(Decimal{node.amount.fen(), wan ? 6 : 2}) + (wan ? "万元" : "元");
  return fact;
}

LedgerRule control_rule(std::string code, std::string group, std::string left, std::string right, std::string hint) {
  LedgerRule rule;
  rule.code = std::move(code);
  rule.group = std::move(group);
  rule.kind = RuleKind::Equal;
  rule.left_name = std::move(left);
  rule.right_name = std::move(right);
  rule.hint = std::move(hint);
  return rule;
}

void check_given_totals(const FactBook& book, RuleRunner& runner, Diagnostics& diagnostics) {
  const AuthoredValue* totals = book.ledger().year.find("核对");
  if (totals == nullptr) return;
  const LedgerRule rule =
      control_rule("E0320", "核对", "账本算出", "核对数", "核对数取自会计系统；核对参加计算的各个数，或改正核对数");
  for (const AuthoredValue& total : totals->children) {
    const Fact* fact = total.kind == ValueKind::Amount ? book.find(total.key) : nullptr;
    if (total.kind != ValueKind::Amount) continue;
    if (fact == nullptr || fact->type != FactType::Amount) {
      diagnostics.error("E0402", total.key_span, "没有名为“" + total.key + "”的金额可以核对",
                        "写表上印的名字，例如 本年收入合计、人员经费合计");
      continue;
    }
    if (fact->amount() == nullptr) continue;
    const Fact& written = runner.keep(written_fact(total, "核对." + total.key, book.ledger().amount_unit));
    // The given total is itself rounded once: it does not count among the figures added up.
    runner.compare(rule, "“" + total.key + "”与核对数不符", *fact, written, 1);
  }
}

/// One figure of last year that is both in last year's ledger and written again.
void compare_with_prior(const FactBook& book, const AuthoredValue& node, const std::string& name,
                        const std::string& what, RuleRunner& runner, Diagnostics& diagnostics) {
  const Fact* prior = book.prior()->find(name);
  if (node.kind != ValueKind::Amount || prior == nullptr || prior->amount() == nullptr) return;
  if (*prior->amount() == node.amount) {
    Diagnostic& d = diagnostics.note("N0321", node.span, "“" + what + "”与上年账本相同，可以删去");
    d.group = "上年";
    return;
  }
  const LedgerRule rule =
      control_rule("E0321", "上年", "上年账本算出", "这里写的", "有上年账本时不必再写；核对哪一个对，删去这里的");
  const Fact& written = runner.keep(written_fact(node, what, book.ledger().amount_unit));
  runner.compare(rule, "“" + what + "”与上年账本不符", *prior, written);
}

void check_prior_figures(const FactBook& book, RuleRunner& runner, Diagnostics& diagnostics) {
  const AuthoredValue* block = book.ledger().year.find("上年");
  if (block != nullptr) {
    for (const AuthoredValue& figure : block->children) {
      compare_with_prior(book, figure, figure.key, "上年." + figure.key, runner, diagnostics);
      if (figure.key == "年末结转") {
        for (const AuthoredValue& fund : figure.children) {
          compare_with_prior(book, fund, "结转结余." + fund.key + ".年末", "上年.年末结转." + fund.key, runner,
                             diagnostics);
        }
      } else if (figure.kind == ValueKind::Map) {
        for (const AuthoredValue& part : figure.children) {
          compare_with_prior(book, part, figure.key + "." + part.key, "上年." + figure.key + "." + part.key, runner,
                             diagnostics);
        }
      }
    }
  }
  for (const std::string name : {"机关运行经费", "公用经费"}) {
    const AuthoredValue* node = book.ledger().year.at(name + ".上年");
    if (node != nullptr) compare_with_prior(book, *node, name, name + ".上年", runner, diagnostics);
  }
}

/// 208 written in 年初预算 and all its 项 written too: they must agree.
void check_budget_levels(const FactBook& book, RuleRunner& runner) {
  const Ledger& ledger = book.ledger();
  const LedgerRule rule = control_rule("E0322", "年初预算", "下级之和", "上级写的",
                                       "各项都写全时上级只是核对数；核对各项的年初预算，或删去上级的");
  for (const LedgerEntry& upper : ledger.entries) {
    if (upper.book != Book::InitialBudget || upper.code.size() == 7) continue;
    const std::string code = upper.code.empty() ? "合计" : upper.code;
    const Fact* budget =
        book.find((code == "合计" ? "支出合计." + upper.fund : "支出." + upper.fund + "." + code) + ".年初预算");
    if (budget == nullptr || budget->amount() == nullptr || *budget->amount() == upper.amount) continue;
    Fact written;
    written.value = upper.amount;
    written.authored.push_back({.span = upper.span,
                                .what = "年初预算." + upper.fund + "." + code,
                                .text = amount_in_unit(upper.amount, ledger.amount_unit),
                                .entry = &upper});
    runner.compare(rule, upper.fund + " " + code + " 的年初预算与下级各项之和不符", *budget,
                   runner.keep(std::move(written)), 1);
  }
  for (const std::string name : {"收支总计", "财政拨款收支总计"}) {
    const AuthoredValue* node = ledger.year.at("年初预算." + name);
    const Fact* budget = book.find(name + ".年初预算");
    if (node == nullptr || node->kind != ValueKind::Amount || budget == nullptr || budget->amount() == nullptr)
      continue;
    const Fact& written = runner.keep(written_fact(*node, "年初预算." + name, ledger.amount_unit));
    runner.compare(rule, "“" + name + "”的年初预算与各项之和不符", *budget, written, 1);
  }
}

}  // namespace

void check_control_totals(const FactBook& book, RuleRunner& runner, Diagnostics& diagnostics) {
  check_given_totals(book, runner, diagnostics);
  if (book.prior() != nullptr) check_prior_figures(book, runner, diagnostics);
  check_budget_levels(book, runner);
}

}  // namespace gongkai
