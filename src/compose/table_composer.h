#pragma once

#include "compose/runs.h"

namespace gongkai {

/// A table of the pack with the values of a fact book. Stated sums are verified exactly (E0602).
Table compose_table(const ComposeContext& context, const TableTemplate& table, const Scope* scope);

}  // namespace gongkai
