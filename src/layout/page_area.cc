#include "layout/page_area.h"

namespace gongkai {

PageArea page_area(const PageMeasure& measure, Orientation orientation) {
  PageMeasure turned = measure;
  if (orientation == Orientation::Landscape) {
    turned.width = measure.height;
    turned.height = measure.width;
    turned.top = measure.left;
    turned.bottom = measure.right;
    turned.left = measure.bottom;
    turned.right = measure.top;
  }
  PageArea area;
  area.width = turned.width * kPointsPerMm;
  area.height = turned.height * kPointsPerMm;
  area.left = turned.left * kPointsPerMm;
  area.top = turned.top * kPointsPerMm;
  area.text_width = (turned.width - turned.left - turned.right) * kPointsPerMm;
  area.text_height = (turned.height - turned.top - turned.bottom) * kPointsPerMm;
  return area;
}

}  // namespace gongkai
