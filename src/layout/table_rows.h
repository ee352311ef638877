#pragma once

#include "layout/layout_context.h"
#include "layout/table_model.h"

namespace gongkai {

/// Composes every cell in its column's width and gives each row the height its cells need. `room`: width in points.
MeasuredTable measure_table(LayoutContext& context, const Table& table, const TableStyle& style,
                            const TableSetting& setting, double room);

/// Sets the same composed cells with another leading and padding; `setting.size` must be the table's.
void apply_setting(MeasuredTable& measured, const TableSetting& setting);

/// E0721 for each cell whose text does not fit its column even at the smallest size; true when there is none.
bool report_cells_that_do_not_fit(LayoutContext& context, const MeasuredTable& measured);

}  // namespace gongkai
