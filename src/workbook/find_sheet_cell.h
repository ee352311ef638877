#pragma once

#include <string_view>

#include "document/document.h"

namespace gongkai {

/// The table's cell that the workbook shows at an address "D9" of the sheet of this name (or 表号); a place under a
/// merged cell is that cell. nullptr when there is none.
const Cell* find_sheet_cell(const Document& document, std::string_view sheet, std::string_view address);

}  // namespace gongkai
