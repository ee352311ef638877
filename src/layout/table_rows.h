#pragma once

#include <map>

#include "layout/layout_context.h"
#include "layout/table_model.h"
#include "layout/table_texts.h"

namespace gongkai {

/// Measures one table at the sizes it is tried at: each size once, whatever leadings and paddings it is tried with. The
/// measured tables live no longer than it.
class TableMeasurer {
 public:
  /// `room`: width in points.
  TableMeasurer(LineComposer& composer, const Table& table, const TableStyle& style, double room);

  /// Sets every cell in its column's width and gives each row the height its cells need.
  MeasuredTable measure(const TableSetting& setting);
  /// The lines of a cell with their glyphs.
  ComposedText write(std::size_t row, std::size_t column, const MeasuredCell& cell);

  const Table& table() const { return texts_.table(); }
  const TableStyle& style() const { return texts_.style(); }

 private:
  TableAtSize measure_at(double size);

  TableTexts texts_;
  OwnerGrid owners_;
  double room_ = 0;
  std::map<double, TableAtSize> sizes_;
};

/// Gives another leading and padding to the same cells; `setting.size` must be the table's.
void apply_setting(MeasuredTable& measured, const TableSetting& setting);

/// E0721 for each cell whose text does not fit its column even at the smallest size; true when there is none.
bool report_cells_that_do_not_fit(LayoutContext& context, const MeasuredTable& measured);

}  // namespace gongkai
