#pragma once

#include <vector>

#include "compose/runs.h"

namespace gongkai {

/// Under a table: the pack's notes, the unit's own (表注, by 表号 or file name), then the sentence of an empty table.
std::vector<Runs> compose_table_notes(const ComposeContext& context, const TableTemplate& source, const Table& table,
                                      bool empty, const Scope* scope);

}  // namespace gongkai
