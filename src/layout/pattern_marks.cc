#include "layout/pattern_marks.h"

#include <cmath>

namespace gongkai {
namespace {

constexpr double kLightGray = 0.85;
constexpr double kHatchStep = 4.0;  // between the lines of a hatch, across the page
constexpr double kDotStep = 3.6;

/// Lines at 45 degrees.
void add_diagonals(const MarkBox& box, bool rising, std::vector<MarkLine>& lines) {
  const double height = box.bottom - box.top;
  const double first = rising ? box.left + box.top : box.left - box.bottom;
  const double last = rising ? box.right + box.bottom : box.right - box.top;
  for (double at = std::floor(first / kHatchStep) * kHatchStep; at <= last; at += kHatchStep) {
    const double x = rising ? at - box.top : at + box.top;
    lines.push_back({x, box.top, rising ? x - height : x + height, box.bottom});
  }
}

void add_dots(const MarkBox& box, std::vector<MarkDot>& dots) {
  const auto first_row = static_cast<long>(std::floor(box.top / kDotStep));
  for (long row = first_row; static_cast<double>(row) * kDotStep <= box.bottom + kMarkDotRadius; ++row) {
    const double shift = row % 2 == 0 ? 0 : kDotStep / 2;
    const double first = std::floor(box.left / kDotStep) * kDotStep + shift;
    for (double x = first; x <= box.right + kMarkDotRadius; x += kDotStep) {
      dots.push_back({x, static_cast<double>(row) * kDotStep});
    }
  }
}

}  // namespace

PatternMarks pattern_marks(Pattern pattern, const MarkBox& box, double solid_gray) {
  PatternMarks marks;
  switch (pattern) {
    case Pattern::Solid:
      marks.gray = solid_gray;
      break;
    case Pattern::Light:
      marks.gray = kLightGray;
      break;
    case Pattern::White:
      break;
    case Pattern::Hatch:
      add_diagonals(box, true, marks.lines);
      break;
    case Pattern::CrossHatch:
      add_diagonals(box, true, marks.lines);
      add_diagonals(box, false, marks.lines);
      break;
    case Pattern::Dots:
      add_dots(box, marks.dots);
      break;
  }
  return marks;
}

}  // namespace gongkai
