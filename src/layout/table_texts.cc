#include "layout/table_texts.h"

#include "layout/table_model.h"

namespace gongkai {

TableTexts::TableTexts(LineComposer& composer, const Table& table, const TableStyle& style)
    : composer_(composer), table_(table), style_(style), texts_(table.rows.size()) {
  for (auto& row : texts_) row.resize(table.columns.size());
}

PreparedText& TableTexts::at(std::size_t row, std::size_t column) {
  std::optional<PreparedText>& text = texts_[row][column];
  if (!text) {
    const Cell& cell = table_.rows[row][column];
    text = composer_.prepare(cell.runs, cell_role(cell, style_, composer_.fonts()));
  }
  return *text;
}

}  // namespace gongkai
