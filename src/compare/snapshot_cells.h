// Cells of tables and labels of charts, addressed as a reader would.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/document_index.h"
#include "compare/snapshot.h"
#include "document/document.h"

namespace gongkai {

/// Body cells of a block's table that print something.
void add_cells(const Table& table, std::size_t block, const DocumentIndex& index, std::vector<SnapCell>& out);

/// The labels of a chart's points.
void add_points(const Chart& chart, int page, std::vector<SnapCell>& out);

}  // namespace gongkai
