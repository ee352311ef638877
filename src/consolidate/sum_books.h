// The books of several units as one: every entry stays, with its place.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// The entries of all units, transfers between them taken out (E0244 when the two sides differ), budgets only where all
/// units that spend have one (W0246).
std::vector<LedgerEntry> sum_books(const std::vector<Ledger>& units, Diagnostics& diagnostics);

}  // namespace gongkai
