#pragma once

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// E0240 for each block of a department's own file that holds amounts or counts its units have: they would count twice.
void refuse_own_amounts(const Ledger& department, Diagnostics& diagnostics);

}  // namespace gongkai
