// What can be said of a table's grid without writing it.
#pragma once

#include <vector>

#include "document/document.h"

namespace gongkai {

/// Every row has every column, no span leaves the grid, and every covered position lies under a span.
bool is_rectangular(const Table& table);

/// How many columns of codes and names to freeze: those before the first figure, when only figures follow. 0 in a table
/// of few columns, or of two halves side by side, or when too little would be left to scroll.
int columns_to_freeze(const Table& table, const std::vector<double>& column_pixels);

}  // namespace gongkai
