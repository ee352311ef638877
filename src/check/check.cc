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

void check_ledger(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics) {
  RuleRunner runner(book, diagnostics);
  const bool complete = !book.ledger().base_only;
  for (const LedgerRule& rule : rules.rules) {
    // A file that only serves next year's comparison has accounts, no story.
    if (complete || rule.kind != RuleKind::Must) runner.run(rule);
  }
  check_control_totals(book, runner, diagnostics);
  runner.finish();
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
