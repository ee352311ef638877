#include "layout/table_model.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::size_t kShownCharacters = 12;
constexpr const char* kBoldRole = "黑体";

bool inside(int span, std::size_t from, std::size_t count, std::size_t* end) {
  *end = std::min(count, from + static_cast<std::size_t>(std::max(span, 1)));
  return *end > from;
}

void claim(OwnerGrid& grid, const Table& table, std::size_t row, std::size_t column) {
  for (std::size_t r = row; r < row_end(table, row, column); ++r) {
    for (std::size_t c = column; c < column_end(table, row, column); ++c) {
      if (table.rows[r][c].covered || (r == row && c == column)) grid[r][c] = {row, column};
    }
  }
}

std::string shortened(const std::string& text) {
  std::u32string characters = decode_utf8(text);
  if (characters.size() <= kShownCharacters) return text;
  characters.resize(kShownCharacters);
  return encode_utf8(characters) + "…";
}

}  // namespace

std::size_t row_end(const Table& table, std::size_t row, std::size_t column) {
  std::size_t end = row + 1;
  // A head is repeated by itself, so nothing may span from it into the body.
  const auto header = static_cast<std::size_t>(table.header_rows);
  inside(table.rows[row][column].row_span, row, row < header ? header : table.rows.size(), &end);
  return end;
}

std::size_t column_end(const Table& table, std::size_t row, std::size_t column) {
  std::size_t end = column + 1;
  inside(table.rows[row][column].col_span, column, table.columns.size(), &end);
  return end;
}

OwnerGrid owner_grid(const Table& table) {
  OwnerGrid grid(table.rows.size(), std::vector<CellOwner>(table.columns.size()));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) grid[r][c] = {r, c};
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!table.rows[r][c].covered) claim(grid, table, r, c);
    }
  }
  return grid;
}

bool is_head_row(const MeasuredTable& measured, std::size_t row) {
  const std::vector<Cell>& cells = measured.table->rows[row];
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const CellOwner& owner = measured.owner(row, column);
    if (owner.row != row || row_end(*measured.table, owner.row, owner.column) != row + 1) return false;
    if (!cells[owner.column].header || cells[owner.column].runs.empty()) return false;
  }
  return !cells.empty();
}

SectionHeads section_heads(const MeasuredTable& measured) {
  const auto same_columns = [&](std::size_t a, std::size_t b) {
    const auto& first = (*measured.owners)[a];
    const auto& second = (*measured.owners)[b];
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const CellOwner& x, const CellOwner& y) { return x.column == y.column; });
  };
  SectionHeads heads(measured.table->rows.size());
  bool after_head = false;
  for (std::size_t row = measured.header_rows(); row < heads.size(); ++row) {
    const bool is_head = is_head_row(measured, row);
    if (row > measured.header_rows() && !is_head && same_columns(row, row - 1)) {
      heads[row] = after_head ? std::optional(row - 1) : heads[row - 1];
    }
    after_head = is_head;
  }
  return heads;
}

bool is_single_line(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::Code:
    case CellKind::Amount:
    case CellKind::Count:
    case CellKind::LineNumber:
      return !cell.header;
    case CellKind::Text:
    case CellKind::Blank:
      return false;
  }
  return false;
}

std::string cell_role(const Cell& cell, const TableStyle& style, const FontLibrary& fonts) {
  if (cell.bold && fonts.has_role(kBoldRole)) return kBoldRole;
  return cell.header ? style.head_font : style.font;
}

std::string describe_cell(const Table& table, std::size_t row, std::size_t column) {
  const auto header = static_cast<std::size_t>(table.header_rows);
  std::string name =
      !table.number.empty() ? table.number : "表“" + (table.title.empty() ? table.id : table.title) + "”";
  name += row < header ? "表头第" + std::to_string(row + 1) + "行" : "第" + std::to_string(row - header + 1) + "行";
  name += "第" + std::to_string(column + 1) + "列";
  const std::string text = plain_text(table.rows[row][column].runs);
  return text.empty() ? name : name + "“" + shortened(text) + "”";
}

}  // namespace gongkai
