#pragma once

#include <vector>

#include "compose/runs.h"

namespace gongkai {

/// The head rows over all panels: equal neighbouring texts of one level merge, a shorter head reaches down,
/// and 栏次 adds a row of numbers over the columns of figures.
std::vector<std::vector<Cell>> compose_table_head(const ComposeContext& context, const TableTemplate& table,
                                                  const Scope* scope);

}  // namespace gongkai
