#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

struct RuleSet;  // check/rule_set.h: rules of base and pack, as data

/// Every rule over ledger and facts; findings at the authored lines that take part.
void check_ledger(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics);

/// Only what has to agree among the amounts: for a ledger that is a part of a department's.
void check_balances(const FactBook& book, const RuleSet& rules, Diagnostics& diagnostics);

}  // namespace gongkai
