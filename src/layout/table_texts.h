#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/document.h"
#include "layout/line_composer.h"

namespace gongkai {

/// The texts of a table's cells. Each is cut and shaped when it is first asked for, and once only, at however many
/// sizes and widths it is tried.
class TableTexts {
 public:
  TableTexts(LineComposer& composer, const Table& table, const TableStyle& style);

  PreparedText& at(std::size_t row, std::size_t column);

  LineComposer& composer() { return composer_; }
  const Table& table() const { return table_; }
  const TableStyle& style() const { return style_; }

 private:
  LineComposer& composer_;
  const Table& table_;
  const TableStyle& style_;
  std::vector<std::vector<std::optional<PreparedText>>> texts_;
};

}  // namespace gongkai
