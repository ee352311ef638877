#include "workbook/table_shape.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gongkai {
namespace {

// A frozen name column wider than this would leave a small screen nothing to scroll.
constexpr double kMaxFrozenPixels = 420;
constexpr std::size_t kMinColumnsToFreeze = 6;

bool has_figures(const Table& table, std::size_t column) {
  for (auto row = static_cast<std::size_t>(table.header_rows); row < table.rows.size(); ++row) {
    const CellKind kind = table.rows[row][column].kind;
    if (kind == CellKind::Amount || kind == CellKind::Count) return true;
  }
  return false;
}

}  // namespace

bool is_rectangular(const Table& table) {
  if (table.columns.empty() || table.rows.empty()) return false;
  if (table.header_rows < 0 || static_cast<std::size_t>(table.header_rows) > table.rows.size()) return false;
  std::vector<std::vector<int>> depth(table.rows.size(), std::vector<int>(table.columns.size(), 0));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].size() != table.columns.size()) return false;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Cell& cell = table.rows[row][column];
      if (cell.covered) continue;
      if (cell.row_span < 1 || cell.col_span < 1) return false;
      const std::size_t last_row = row + static_cast<std::size_t>(cell.row_span);
      const std::size_t last_column = column + static_cast<std::size_t>(cell.col_span);
      if (last_row > table.rows.size() || last_column > table.columns.size()) return false;
      for (std::size_t r = row; r < last_row; ++r) {
        for (std::size_t c = column; c < last_column; ++c) ++depth[r][c];
      }
    }
  }
  const auto covered = [](const std::vector<int>& row) {
    return std::all_of(row.begin(), row.end(), [](int d) { return d > 0; });
  };
  return std::all_of(depth.begin(), depth.end(), covered);
}

int columns_to_freeze(const Table& table, const std::vector<double>& column_pixels) {
  const std::size_t count = table.columns.size();
  if (count < kMinColumnsToFreeze) return 0;
  std::size_t names = 0;
  while (names < count && !has_figures(table, names)) ++names;
  for (std::size_t column = names; column < count; ++column) {
    if (!has_figures(table, column)) return 0;
  }
  const double frozen =
      std::accumulate(column_pixels.begin(), column_pixels.begin() + static_cast<std::ptrdiff_t>(names), 0.0);
  return names < count && frozen <= kMaxFrozenPixels ? static_cast<int>(names) : 0;
}

}  // namespace gongkai
