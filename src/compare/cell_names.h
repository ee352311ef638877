// What a reader would call the row and the column of a cell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace gongkai {

/// "公开05表 一般公共预算财政拨款支出决算表"; a form's title when it has no number.
std::string table_name(const Table& table);

struct CellName {
  std::string row;
  std::string column;  ///< may be empty in a form
};

/// Names for the cells of one table.
class CellNames {
 public:
  explicit CellNames(const Table& table);

  /// A statistical table's row is called by the nearest label left of the cell, a code with the name beside it, and its
  /// column by the heads above; a form's by the heads beside and above. Cells of one name are told apart from the
  /// second: “其他（第2处）”.
  const CellName& at(std::size_t row, std::size_t column) const { return names_.at(row).at(column); }

 private:
  std::vector<std::vector<CellName>> names_;
};

}  // namespace gongkai
