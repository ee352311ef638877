#include "compare/snapshot_cells.h"

#include <string>

namespace gongkai {

void add_cells(const Table& table, std::size_t block, const DocumentIndex& index, std::vector<SnapCell>& out) {
  const std::string title = table_name(table);
  const CellNames& names = index.names(block);
  const PageIndex* pages = index.pages();
  for (auto row = static_cast<std::size_t>(table.header_rows); row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const Cell& cell = table.rows[row][column];
      const std::string text = plain_text(cell.runs);
      if (cell.covered || squeezed_size(text) == 0) continue;
      const CellName& name = names.at(row, column);
      const int page = pages == nullptr ? -1 : pages->page_of_cell(block, row, column);
      out.push_back({title, name.row, name.column, text, page});
    }
  }
}

void add_points(const Chart& chart, int page, std::vector<SnapCell>& out) {
  for (const ChartPoint& point : chart.points) {
    out.push_back({chart.caption, point.label, "金额", point.value_text, page});
    if (!point.share_text.empty()) out.push_back({chart.caption, point.label, "占比", point.share_text, page});
  }
}

}  // namespace gongkai
