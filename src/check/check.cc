#include "check/check.h"

#include "check/contradictions.h"
#include "check/control_totals.h"
#include "check/copied_year.h"
#include "check/indicators.h"
#include "check/prose.h"
#include "check/publication_date.h"
#include "check/reasons.h"
#include "check/rule_runner.h"
#include "check/scores.h"

namespace gongkai {

namespace {

void run_rules(const FactBook& book, const RuleSet& rules, bool with_story, Diagnostics& diagnostics) {
  RuleRunner runner(book, diagnostics);
  for (const LedgerRule& rule : rules.rules) {
    if (with_story || rule.kind != RuleKind::Must) runner.run(rule);
  }
  check_control_totals(book, runner, diagnostics);
  runner.finish();
}

}  // namespace

void check_balances(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics) {
  run_rules(book, rules, false, diagnostics);
}

void check_ledger(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics) {
  // A file that only serves next year's comparison has accounts, no story.
  const bool complete = !book.ledger().base_only;
  run_rules(book, rules, complete, diagnostics);
  if (!complete) return;
  check_reasons(book, diagnostics);
  check_contradictions(book, diagnostics);
  check_indicators(book, diagnostics);
  check_scores(book, diagnostics);
  check_prose(book, diagnostics);
  check_copied_year(book, diagnostics);
  check_publication_date(book, diagnostics);
}

}  // namespace gongkai
