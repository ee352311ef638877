// Figures a unit may write a second time, only to be compared: 核对, and 上年 beside last year's ledger.
#pragma once

#include "base/diagnostic.h"
#include "check/rule_runner.h"
#include "facts/fact_book.h"

namespace gongkai {

/// 核对 and repeated figures of last year against what the ledgers give.
void check_control_totals(const FactBook& book, RuleRunner& runner, Diagnostics& diagnostics);

}  // namespace gongkai
