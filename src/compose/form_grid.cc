#include "compose/form_grid.h"

#include <algorithm>
#include <utility>

namespace gongkai {

void FormGrid::add_row(std::vector<FormCell> cells, Span span) {
  rows_.emplace_back(width_);
  places_.emplace_back(width_);
  std::size_t filled = 0;
  for (std::size_t c = 0; c < width_; ++c) {
    if (covered_below_[c] == 0) continue;
    rows_.back()[c].covered = true;
    --covered_below_[c];
    ++filled;
  }
  std::size_t column = 0;
  bool fitted = true;
  for (FormCell& cell : cells) {
    while (column < width_ && rows_.back()[column].covered) ++column;
    const auto width = static_cast<std::size_t>(cell.cell.col_span);
    filled += width;
    fitted = fitted && has_room(column, width);
    if (has_room(column, width)) set_cell(std::move(cell), column);
    column += width;
  }
  if (fitted && filled == width_) return;
  diagnostics_.error("E0605", span,
                     "表单的这一行占 " + std::to_string(filled) + " 列，表有 " + std::to_string(width_) + " 列",
                     "改“跨列”，或补上、删去单元格；从上面跨下来的单元格也占列");
}

bool FormGrid::has_room(std::size_t column, std::size_t width) const {
  if (column + width > width_) return false;
  const auto first = rows_.back().begin() + static_cast<std::ptrdiff_t>(column);
  return std::none_of(first, first + static_cast<std::ptrdiff_t>(width), [](const Cell& cell) { return cell.covered; });
}

void FormGrid::set_cell(FormCell&& cell, std::size_t column) {
  const auto width = static_cast<std::size_t>(cell.cell.col_span);
  for (std::size_t c = column; c < column + width; ++c) {
    rows_.back()[c].covered = c != column;
    covered_below_[c] = cell.cell.row_span - 1;
  }
  places_.back()[column] = {cell.merge_same,           cell.has_merge_key, plain_text(cell.cell.runs),
                            std::move(cell.merge_key), cell.loop,          rows_.size() - 1};
  rows_.back()[column] = std::move(cell.cell);
}

bool FormGrid::merges(std::size_t row, std::size_t column, bool left_merged) const {
  const Place& here = places_[row][column];
  const Place& above = places_[row - 1][column];
  const bool same_run = here.merge_same && above.merge_same && here.loop == above.loop && here.loop > 0;
  const Cell& origin = rows_[above.origin_row][column];
  if (!same_run || here.text != above.text || rows_[row][column].col_span != origin.col_span) return false;
  return here.has_merge_key ? !here.merge_key.empty() && here.merge_key == above.merge_key
                            : !here.text.empty() && left_merged;
}

void FormGrid::merge_row(std::size_t row) {
  bool left_merged = true;
  for (std::size_t column = 0; column < width_; ++column) {
    if (rows_[row][column].covered || !places_[row][column].merge_same) continue;
    if (!merges(row, column, left_merged)) {
      left_merged = left_merged && places_[row][column].has_merge_key;
      continue;
    }
    const std::size_t origin = places_[row - 1][column].origin_row;
    ++rows_[origin][column].row_span;
    const auto width = static_cast<std::size_t>(rows_[row][column].col_span);
    for (std::size_t c = column; c < column + width; ++c) rows_[row][c].covered = true;
    rows_[row][column].runs.clear();
    rows_[row][column].fact = nullptr;
    places_[row][column].origin_row = origin;
  }
}

std::vector<std::vector<Cell>> FormGrid::take_rows() {
  for (std::size_t row = 1; row < rows_.size(); ++row) merge_row(row);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (Cell& cell : rows_[row]) cell.row_span = std::min(cell.row_span, static_cast<int>(rows_.size() - row));
  }
  return std::move(rows_);
}

}  // namespace gongkai
