// Fills that stay distinct in black and white: what is drawn for each, so that every backend draws the same.
#pragma once

#include <vector>

#include "layout/frame.h"

namespace gongkai {

inline constexpr double kMarkLineWidth = 0.6;  // points, as all here
inline constexpr double kMarkDotRadius = 0.6;

struct MarkBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};

struct MarkLine {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

struct MarkDot {
  double x = 0, y = 0;
};

/// Black lines and dots over a ground of `gray`.
struct PatternMarks {
  double gray = 1;  ///< 0 black … 1 white
  std::vector<MarkLine> lines;
  std::vector<MarkDot> dots;
};

/// The marks that cover `box`; a backend clips them to the shape. They are anchored to the page's origin, so that
/// neighbouring fills continue each other. `solid_gray` is used by Pattern::Solid only.
PatternMarks pattern_marks(Pattern pattern, const MarkBox& box, double solid_gray);

}  // namespace gongkai
