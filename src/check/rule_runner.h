// Runs rules over a fact book. Broken identities are kept until all rules have run, so that each can be judged in the
// light of the others.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/tolerance.h"
#include "check/authored_lines.h"
#include "check/rule_set.h"
#include "check/suspects.h"
#include "facts/fact_book.h"

namespace gongkai {

/// What has to agree and does not.
struct Broken {
  Diagnostic diagnostic;
  Money difference;  ///< left − right
  std::vector<AuthoredLine> lines;
};

class RuleRunner {
 public:
  RuleRunner(const FactBook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  void run(const LedgerRule& rule);
  /// Compares two amounts by `rule`; `uncounted` of the lines are totals, not figures added up (for the 尾差 rule).
  void compare(const LedgerRule& rule, const std::string& message, const Fact& left, const Fact& right,
               std::size_t uncounted = 0);
  /// Keeps a figure that is not in the book until finish(); findings point into it.
  const Fact& keep(Fact fact) { return kept_.emplace_back(std::move(fact)); }
  /// Reports what was kept, the likeliest lines first.
  void finish();

 private:
  struct Case;
  void run_words(const LedgerRule& rule);
  void run_list(const LedgerRule& rule);
  void run_case(const Case& c);
  void run_pair(const Case& c);
  void run_must(const Case& c);
  Span place_of(const Case& c);
  void report_tail(const LedgerRule& rule, Tie tie, std::string message, const std::vector<AuthoredLine>& lines);

  const FactBook& book_;
  Diagnostics& diagnostics_;
  std::deque<Fact> kept_;
  std::vector<Broken> broken_;
  Evidence evidence_;
};

/// The severity a code's letter stands for.
Severity severity_of(const std::string& code);

}  // namespace gongkai
