// Cells of tables and labels of charts, addressed as a reader would.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/page_index.h"
#include "compare/snapshot.h"
#include "document/document.h"

namespace gongkai {

/// Body cells that print something; `pages` may be null.
void add_cells(const Table& table, std::size_t block, const PageIndex* pages, std::vector<SnapCell>& out);

/// The labels of a chart's points.
void add_points(const Chart& chart, int page, std::vector<SnapCell>& out);

}  // namespace gongkai
