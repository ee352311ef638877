// The rules of Excel for names of sheets, and names inside formulas.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// What is wrong with a sheet name, in Chinese; "" when Excel takes it. Duplicates are the workbook's to find.
std::string sheet_name_problem(std::string_view name);

/// Names that differ only in ASCII case are one name to Excel.
std::string sheet_name_key(std::string_view name);

/// 'Name' with apostrophes doubled, as formulas write it.
std::string quoted_sheet_name(std::string_view name);

/// "C5" from 0-based row and column.
std::string cell_reference(int row, int column);
/// "$C$5".
std::string absolute_reference(int row, int column);

}  // namespace gongkai
