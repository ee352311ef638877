// What the definitions of a pack read from the ledger, held against what a ledger can hold.
#pragma once

#include "base/diagnostic.h"
#include "facts/catalog.h"

namespace gongkai {

/// Reports (E0504) paths of 账(…), 单位账(…) and of lists that no ledger can have: such a fact would always be missing
/// or zero.
void check_ledger_paths(const FactCatalog& catalog, Diagnostics& diagnostics);

}  // namespace gongkai
