#pragma once

#include <vector>

#include "layout/strip.h"
#include "layout/table_model.h"

namespace gongkai {

/// A row as it stands on a page: which row of the table, and where. Points from the strip's top.
struct PlacedRow {
  std::size_t row = 0;
  double top = 0;
  double bottom = 0;
};

/// The rules of a grid made of these rows: none runs through a merged cell, neighbours share one, and segments in line
/// are drawn as one. `left`: of the grid.
void add_rules(std::vector<Item>& items, const MeasuredTable& measured, const std::vector<PlacedRow>& rows,
               double left);

}  // namespace gongkai
