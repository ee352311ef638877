// Rules of writing that look at more than one place of the files, none of them about amounts.
#pragma once

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// Reasons written twice, figures quoted that do not exist, keys that others make necessary.
void check_cross_rules(const Ledger& ledger, Diagnostics& diagnostics);

/// Indicators whose 引用 names no business figure (E0226).
void check_quoted_figures(const Ledger& ledger, Diagnostics& diagnostics);

}  // namespace gongkai
