// A table with its measures: what table_columns and table_rows compute, table_flow and table_draw read.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/document.h"
#include "layout/line_composer.h"

namespace gongkai {

/// How tightly a table is set. Points.
struct TableSetting {
  double size = 9;
  double line_pitch = 12;
  double padding_y = 2.2;
};

/// The text of a cell, set in the width of its column or columns.
struct MeasuredCell {
  TextSpec spec;  ///< with the size as used: a narrow cell may be smaller than its table
  SetText set;
  std::optional<ComposedText>
      title;          ///< a head of several lines: broken by its sense, which is known once it is written
  double indent = 0;  ///< points from the left padding
  bool fits = true;   ///< false: needs more room than its column has

  std::size_t line_count() const { return title ? title->lines.size() : set.lines.size(); }
};

/// The cell that owns a place of the grid: itself, or the one whose span covers it.
struct CellOwner {
  std::size_t row = 0;
  std::size_t column = 0;
  friend bool operator==(const CellOwner&, const CellOwner&) = default;
};
using OwnerGrid = std::vector<std::vector<CellOwner>>;

/// What does not depend on leading and padding.
struct TableAtSize {
  std::vector<double> column_edges;              ///< columns + 1 positions from the left edge of the table
  std::vector<std::vector<MeasuredCell>> cells;  ///< a covered place holds an empty one
};

struct MeasuredTable {
  const Table* table = nullptr;
  const TableStyle* style = nullptr;
  const OwnerGrid* owners = nullptr;
  const TableAtSize* at_size = nullptr;
  TableSetting setting;
  std::vector<double> row_heights;  ///< header rows first

  const MeasuredCell& cell(std::size_t row, std::size_t column) const { return at_size->cells[row][column]; }
  const CellOwner& owner(std::size_t row, std::size_t column) const { return (*owners)[row][column]; }
  double line_pitch(const MeasuredCell& cell) const { return setting.line_pitch * cell.spec.size / setting.size; }
  double text_height(const MeasuredCell& cell) const {
    return static_cast<double>(cell.line_count()) * line_pitch(cell);
  }
  double column_edge(std::size_t column) const { return at_size->column_edges[column]; }
  double width() const { return at_size->column_edges.back(); }
  std::size_t header_rows() const { return static_cast<std::size_t>(table->header_rows); }
  double rows_height(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t row = begin; row < end; ++row) sum += row_heights[row];
    return sum;
  }
  double header_height() const { return rows_height(0, header_rows()); }
};

/// Who owns each place. Spans that leave the grid or enter another cell's place are cut back to it.
OwnerGrid owner_grid(const Table& table);

/// One past the last row (column) a cell covers, inside the table.
std::size_t row_end(const Table& table, std::size_t row, std::size_t column);
std::size_t column_end(const Table& table, std::size_t row, std::size_t column);

/// Whether a row of the body holds nothing but heads of columns, each with a text and none reaching into another row.
bool is_head_row(const MeasuredTable& measured, std::size_t row);

/// For every row the head row of the body under which it stands, when its cells lie in the head's columns; none for a
/// head, nor for the heads of the table.
using SectionHeads = std::vector<std::optional<std::size_t>>;
SectionHeads section_heads(const MeasuredTable& measured);

/// Kinds that stand on one line: amounts, codes, counts, line numbers.
bool is_single_line(const Cell& cell);
/// The font role of a cell's text.
std::string cell_role(const Cell& cell, const TableStyle& style, const FontLibrary& fonts);

/// "公开05表第7行第3列“公务接待费”", for messages; rows counted from 1 below the head.
std::string describe_cell(const Table& table, std::size_t row, std::size_t column);

}  // namespace gongkai
