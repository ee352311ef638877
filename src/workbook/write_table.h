// One statistical table as one sheet.
#pragma once

#include <map>
#include <string>

#include "document/document.h"
#include "workbook/workbook_file.h"

namespace gongkai {

/// The sheet's row (0-based) where the table's grid begins, below its title, number and money lines.
inline constexpr int kGridRow = 3;

/// Where an amount stands in a sheet in 万元: "'收入支出决算总表'!$C$31".
using AmountPlaces = std::map<const Fact*, std::string>;

/// Title, 表号, unit and money lines, the grid and the notes. The first place of every amount is added to `places`.
/// False after a diagnostic (E0851, E0853–E0857, E0860).
bool write_table(const Document& document, const Table& table, WorkbookFile& file, AmountPlaces& places,
                 Diagnostics& diagnostics);

/// The family an office computer knows a font role by.
std::string office_font(const std::string& role);

}  // namespace gongkai
