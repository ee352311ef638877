#include "compose/table_head.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gongkai {
namespace {

constexpr std::string_view kColumnNumberLabel = "栏次";

struct HeadColumn {
  std::vector<Runs> texts;
};

class HeadComposer {
 public:
  HeadComposer(const ComposeContext& context, const TableTemplate& table, const Scope* scope) : table_(table) {
    for (const PanelTemplate& panel : table.panels) {
      for (const ColumnTemplate& column : panel.columns) {
        HeadColumn head;
        for (const TextTemplate& text : column.head) head.texts.push_back(build_runs(context, text, scope));
        depth_ = std::max(depth_, head.texts.size());
        columns_.push_back(std::move(head));
      }
    }
  }

  std::vector<std::vector<Cell>> compose() {
    rows_.assign(depth_, std::vector<Cell>(columns_.size()));
    for (auto& row : rows_) {
      for (Cell& cell : row) mark_as_head(cell);
    }
    for (std::size_t level = 0; level < depth_; ++level) {
      for (std::size_t column = 0; column < columns_.size();) column = place(level, column);
    }
    if (table_.column_numbers) rows_.push_back(column_number_row());
    return std::move(rows_);
  }

 private:
  static void mark_as_head(Cell& cell) {
    cell.header = true;
    cell.align = Align::Center;
  }

  /// Whether two columns have the same heads down to `level` and both end or go on there.
  bool same_head(std::size_t a, std::size_t b, std::size_t level) const {
    const auto& left = columns_[a].texts;
    const auto& right = columns_[b].texts;
    if (left.size() <= level || right.size() <= level) return false;
    if ((left.size() == level + 1) != (right.size() == level + 1)) return false;
    for (std::size_t i = 0; i <= level; ++i) {
      if (plain_text(left[i]) != plain_text(right[i])) return false;
    }
    return true;
  }

  /// Sets the cell at a level and returns the column after it.
  std::size_t place(std::size_t level, std::size_t column) {
    HeadColumn& head = columns_[column];
    if (head.texts.size() <= level) return column + 1;
    std::size_t end = column + 1;
    while (end < columns_.size() && same_head(column, end, level)) ++end;
    const bool last = head.texts.size() == level + 1;
    const std::size_t bottom = last ? depth_ : level + 1;
    for (std::size_t r = level; r < bottom; ++r) {
      for (std::size_t c = column; c < end; ++c) rows_[r][c].covered = r != level || c != column;
    }
    Cell& cell = rows_[level][column];
    cell.runs = head.texts[level];
    cell.row_span = static_cast<int>(bottom - level);
    cell.col_span = static_cast<int>(end - column);
    return end;
  }

  std::vector<Cell> column_number_row() const {
    std::vector<Cell> row(columns_.size());
    for (Cell& cell : row) mark_as_head(cell);
    std::size_t first = 0;
    int number = 0;
    for (const PanelTemplate& panel : table_.panels) {
      label_text_columns(panel, first, row);
      for (const ColumnTemplate& column : panel.columns) {
        Cell& cell = row[first++];
        if (column.kind != CellKind::Amount && column.kind != CellKind::Count) continue;
        cell.kind = CellKind::LineNumber;
        cell.runs.push_back({std::to_string(++number), nullptr, table_.span});
      }
    }
    return row;
  }

  /// The label spans the text columns with which the panel begins.
  void label_text_columns(const PanelTemplate& panel, std::size_t first, std::vector<Cell>& row) const {
    std::size_t width = 0;
    while (width < panel.columns.size() &&
           (panel.columns[width].kind == CellKind::Text || panel.columns[width].kind == CellKind::Code)) {
      ++width;
    }
    if (width == 0) return;
    row[first].runs.push_back({std::string(kColumnNumberLabel), nullptr, table_.span});
    row[first].col_span = static_cast<int>(width);
    for (std::size_t c = 1; c < width; ++c) row[first + c].covered = true;
  }

  const TableTemplate& table_;
  std::vector<HeadColumn> columns_;
  std::vector<std::vector<Cell>> rows_;
  std::size_t depth_ = 0;
};

}  // namespace

std::vector<std::vector<Cell>> compose_table_head(const ComposeContext& context, const TableTemplate& table,
                                                  const Scope* scope) {
  return HeadComposer(context, table, scope).compose();
}

}  // namespace gongkai
