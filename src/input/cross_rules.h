// Rules of writing that look at more than one place of the files, none of them about amounts.
#pragma once

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// Reasons written twice, figures quoted that do not exist, keys that others make necessary.
void check_cross_rules(const Ledger& ledger, Diagnostics& diagnostics);

}  // namespace gongkai
