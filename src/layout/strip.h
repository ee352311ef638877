// The material pages are filled with: horizontal strips that are never cut.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"
#include "layout/line_composer.h"

namespace gongkai {

/// A band over the width of the text block. Items are relative to its top left corner. Points.
struct Strip {
  double height = 0;
  double space_before = 0;      ///< dropped at the top of a page
  double space_at_top = 0;      ///< above it at the top of a page
  double space_after = 0;       ///< dropped at the foot of a page
  bool on_grid = false;         ///< begins on a line of the page's grid
  bool keep_with_next = false;  ///< never the last on its page
  int heading_level = 0;        ///< of a heading's line; 0 for other strips
  std::vector<Item> items;
  /// The same set smaller and smaller, of which the first that fits is taken before a page is left with a hole.
  std::vector<Strip> smaller;
};

/// Moves an item by (dx, dy).
void move_item(Item& item, double dx, double dy);
void move_items(std::vector<Item>& items, double dx, double dy);

/// Appends a line with its origin at (x, baseline), as part of `structure`.
void add_line(std::vector<Item>& items, Line line, double x, double baseline, StructureId structure);

}  // namespace gongkai
