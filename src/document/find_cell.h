#pragma once

#include <string_view>

#include "document/document.h"

namespace gongkai {

/// The cell of a table by its address as users write it: table by 表号, file name or title; row by code, key or the
/// text of a cell; column by key or head. Where several panels share a row, the column right of the label counts.
/// nullptr when there is none.
const Cell* find_cell(const Document& document, std::string_view table, std::string_view row, std::string_view column);

/// The table of that name, nullptr when there is none.
const Table* find_table(const Document& document, std::string_view name);

}  // namespace gongkai
