// How tightly a table is set: comfortably if it may run over pages anyway, tighter if that spares a page.
#pragma once

#include "layout/table_model.h"
#include "layout/table_rows.h"

namespace gongkai {

/// Measures for a page that offers `height` points to the grid (captions and notes taken off).
/// Tries to put the whole table on it: shrinks row padding, then text down to the style's minimum, if the table is not
/// hopelessly taller; then spreads the rows over a little of what is left. Otherwise sets it comfortably, to be
/// paginated.
MeasuredTable fit_table(TableMeasurer& measurer, double height);

/// The style's own setting.
TableSetting comfortable(const TableStyle& style);

}  // namespace gongkai
