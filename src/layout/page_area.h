#pragma once

#include "document/document.h"
#include "document/style.h"

namespace gongkai {

/// A page and the text block (版心) on it. Points.
struct PageArea {
  double width = 0;
  double height = 0;
  double left = 0;  ///< of the text block
  double top = 0;
  double text_width = 0;
  double text_height = 0;

  double right() const { return left + text_width; }
  double bottom() const { return top + text_height; }
};

/// The area of a page. A landscape page is the portrait one turned, its text block with it (225 × 156 mm): bound
/// together, the binding edge (订口) lies at its head.
PageArea page_area(const PageMeasure& measure, Orientation orientation);

}  // namespace gongkai
