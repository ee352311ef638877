// Widths of the columns of a table, from what stands in them.
#pragma once

#include <vector>

#include "layout/table_texts.h"

namespace gongkai {

/// In points, together at most the room. Widths given in the table are kept (all are scaled down when together they
/// exceed the room) while their contents stand well in them: a column that would break words or wrap borrows from those
/// with more than they need. Columns without a width share what is left by what their cells need.
std::vector<double> column_widths(TableTexts& texts, double size, double room);

}  // namespace gongkai
