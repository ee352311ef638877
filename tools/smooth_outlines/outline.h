// Outlines of glyphs: closed contours of lines and cubic curves, in font units.
#pragma once

#include <array>
#include <vector>

namespace gongkai::smooth {

struct Point {
  double x = 0;
  double y = 0;
};

/// A line uses only the first and the last point.
struct Segment {
  std::array<Point, 4> points;
  bool line = false;

  const Point& start() const { return points.front(); }
  const Point& end() const { return points.back(); }
  /// The place at `t` from 0 to 1.
  Point at(double t) const;
};

using Contour = std::vector<Segment>;
using Outline = std::vector<Contour>;

}  // namespace gongkai::smooth
