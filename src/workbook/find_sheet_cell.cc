#include "workbook/find_sheet_cell.h"

#include <cstddef>
#include <variant>

#include "document/find_cell.h"
#include "workbook/write_table.h"

namespace gongkai {
namespace {

const Table* table_of_sheet(const Document& document, std::string_view sheet) {
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block.content);
    if (table != nullptr && !table->sheet_name.empty() && table->sheet_name == sheet) return table;
  }
  return find_table(document, sheet);
}

/// "D9" to 0-based row and column.
CellAddress address_of(std::string_view text) {
  CellAddress address;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      address.row = address.row * 10 + (c - '0');
    } else {
      const char letter = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
      address.column = address.column * 26 + (letter - 'A' + 1);
    }
  }
  return {address.row - 1, address.column - 1};
}

bool covers(const Cell& cell, int row, int column, const CellAddress& at) {
  return !cell.covered && row <= at.row && at.row < row + cell.row_span && column <= at.column &&
         at.column < column + cell.col_span;
}

}  // namespace

const Cell* find_sheet_cell(const Document& document, std::string_view sheet, std::string_view address) {
  const Table* table = table_of_sheet(document, sheet);
  if (table == nullptr || table->sheet_name.empty()) return nullptr;
  CellAddress at = address_of(address);
  at.row -= kGridRow;
  for (int row = 0; row < static_cast<int>(table->rows.size()) && row <= at.row; ++row) {
    const auto& cells = table->rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(cells.size()) && column <= at.column; ++column) {
      const Cell& cell = cells[static_cast<std::size_t>(column)];
      if (covers(cell, row, column, at)) return &cell;
    }
  }
  return nullptr;
}

}  // namespace gongkai
