#include "document/find_cell.h"

#include <optional>
#include <string>
#include <variant>

namespace gongkai {
namespace {

/// Text without blanks, so that “合　计” is found as 合计.
std::string squeeze(std::string_view text) {
  constexpr std::string_view kWideSpace = "\u3000";
  std::string out;
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\n') {
      text.remove_prefix(1);
    } else if (text.starts_with(kWideSpace)) {
      text.remove_prefix(kWideSpace.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

/// The cell that shows at a head position, which may lie under a span.
const Cell& shown(const Table& table, std::size_t row, std::size_t column) {
  while (row > 0 && table.rows[row][column].covered) --row;
  while (column > 0 && table.rows[row][column].covered) --column;
  return table.rows[row][column];
}

bool has_key(const Table& table, std::size_t column, std::string_view name) {
  return table.columns[column].key == name;
}

bool has_head(const Table& table, std::size_t column, std::string_view name) {
  const auto head_rows = static_cast<std::size_t>(table.header_rows);
  for (std::size_t row = 0; row < head_rows; ++row) {
    if (squeeze(plain_text(shown(table, row, column).runs)) == squeeze(name)) return true;
  }
  return false;
}

/// The column right of `label` with that key or else that head; only then one left of it. A cell that another covers
/// in this row shows nothing and does not count.
std::optional<std::size_t> find_column(const Table& table, std::size_t row, std::size_t label, std::string_view name) {
  const auto search = [&](std::size_t begin, std::size_t end) -> std::optional<std::size_t> {
    for (const auto matches : {has_key, has_head}) {
      for (std::size_t column = begin; column < end; ++column) {
        if (!table.rows[row][column].covered && matches(table, column, name)) return column;
      }
    }
    return std::nullopt;
  };
  const auto right = search(label, table.columns.size());
  return right ? right : search(0, label);
}

/// Where a row is named: the column of its label, 0 for its key.
std::optional<std::size_t> label_in_row(const Table& table, std::size_t row, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Cell& cell = table.rows[row][c];
    const bool text = cell.kind == CellKind::Text || cell.kind == CellKind::Code;
    if (text && !cell.covered && squeeze(plain_text(cell.runs)) == squeeze(name)) return c;
  }
  if (row < table.row_keys.size() && table.row_keys[row] == name) return 0;
  return std::nullopt;
}

}  // namespace

const Table* find_table(const Document& document, std::string_view name) {
  for (const Block& block : document.blocks) {
    const Table* table = std::get_if<Table>(&block.content);
    if (table == nullptr) continue;
    if (table->number == name || table->id == name || (!table->title.empty() && table->title == name)) return table;
  }
  return nullptr;
}

const Cell* find_cell(const Document& document, std::string_view table_name, std::string_view row_name,
                      std::string_view column_name) {
  const Table* table = find_table(document, table_name);
  if (table == nullptr) return nullptr;
  for (auto row = static_cast<std::size_t>(table->header_rows); row < table->rows.size(); ++row) {
    const auto label = label_in_row(*table, row, row_name);
    if (!label) continue;
    if (const auto column = find_column(*table, row, *label, column_name)) return &table->rows[row][*column];
  }
  return nullptr;
}

}  // namespace gongkai
