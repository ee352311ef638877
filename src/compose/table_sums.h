// Which cells of a table are the sum of which others, and whether they are.
#pragma once

#include <cstddef>
#include <vector>

#include "compose/runs.h"
#include "compose/table_rows.h"

namespace gongkai {

/// One panel's rows and where they stand in the finished table.
struct PlacedPanel {
  const PanelTemplate* panel = nullptr;
  const std::vector<BodyRow>* rows = nullptr;
  int first_row = 0;
  int first_column = 0;
};

/// Sets Cell::sum_of of the totals, subject parents, 求和 rows and columns of one panel.
/// Every stated sum is verified exactly; a mismatch is E0602 unless a figure in it is the accounting system's own.
void link_panel_sums(const ComposeContext& context, const PlacedPanel& placed, Table& table);

/// 求和 of a cell of 末行: the first column of amounts of each named row.
void link_last_row_sum(const ComposeContext& context, const std::vector<PlacedPanel>& panels,
                       const CellTemplate& source, CellAddress total, Table& table);

}  // namespace gongkai
