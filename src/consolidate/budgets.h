// Budgets of several units as one: a sum in which one is missing would be a wrong figure, so it is none.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// The units' 年初预算 or 全年预算. Where units write at different levels all are lifted to the highest; a subject that
/// one unit spends on without a budget has none in the department (W0246 for 年初预算, which all are expected to have).
std::vector<LedgerEntry> sum_budgets(const std::vector<Ledger>& units, Book book, Diagnostics& diagnostics);

}  // namespace gongkai
