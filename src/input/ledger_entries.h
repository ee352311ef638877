// The flat books of a typed year.
#pragma once

#include "model/ledger.h"

namespace gongkai {

/// Fills `ledger.entries` from `ledger.year`, in the order of writing. Broken and unfilled amounts are left out.
void collect_entries(Ledger& ledger);

}  // namespace gongkai
