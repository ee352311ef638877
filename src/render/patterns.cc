#include "render/patterns.h"

#include <cmath>
#include <numbers>

namespace gongkai {
namespace {

constexpr double kLightGray = 0.85;
constexpr double kHatchStep = 4.0;  // points between the lines of a hatch, across the page
constexpr double kHatchWidth = 0.6;
constexpr double kDotStep = 3.6;
constexpr double kDotRadius = 0.6;

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
};

Box path_box(cairo_t* context) {
  Box box;
  cairo_path_extents(context, &box.left, &box.top, &box.right, &box.bottom);
  return box;
}

void fill_gray(cairo_t* context, double gray) {
  cairo_set_source_rgb(context, gray, gray, gray);
  cairo_fill_preserve(context);
}

/// Lines at 45 degrees over the box; anchored to the page's origin so that neighbouring fills continue each other.
void add_diagonals(cairo_t* context, const Box& box, bool rising) {
  const double height = box.bottom - box.top;
  const double first = rising ? box.left + box.top : box.left - box.bottom;
  const double last = rising ? box.right + box.bottom : box.right - box.top;
  for (double at = std::floor(first / kHatchStep) * kHatchStep; at <= last; at += kHatchStep) {
    const double x = rising ? at - box.top : at + box.top;
    cairo_move_to(context, x, box.top);
    cairo_line_to(context, rising ? x - height : x + height, box.bottom);
  }
}

void add_dots(cairo_t* context, const Box& box) {
  const auto first_row = static_cast<long>(std::floor(box.top / kDotStep));
  for (long row = first_row; static_cast<double>(row) * kDotStep <= box.bottom + kDotRadius; ++row) {
    const double y = static_cast<double>(row) * kDotStep;
    const double shift = row % 2 == 0 ? 0 : kDotStep / 2;
    for (double x = std::floor(box.left / kDotStep) * kDotStep + shift; x <= box.right + kDotRadius; x += kDotStep) {
      cairo_new_sub_path(context);
      cairo_arc(context, x, y, kDotRadius, 0, 2 * std::numbers::pi);
    }
  }
}

void draw_marks(cairo_t* context, Pattern pattern) {
  const Box box = path_box(context);
  cairo_path_t* outline = cairo_copy_path(context);
  cairo_save(context);
  cairo_clip(context);
  cairo_set_source_rgb(context, 0, 0, 0);
  cairo_set_line_width(context, kHatchWidth);
  if (pattern == Pattern::Dots) {
    add_dots(context, box);
    cairo_fill(context);
  } else {
    add_diagonals(context, box, true);
    if (pattern == Pattern::CrossHatch) add_diagonals(context, box, false);
    cairo_stroke(context);
  }
  cairo_restore(context);
  cairo_append_path(context, outline);
  cairo_path_destroy(outline);
}

}  // namespace

void fill_with_pattern(cairo_t* context, Pattern pattern, double gray) {
  switch (pattern) {
    case Pattern::Solid:
      return fill_gray(context, gray);
    case Pattern::Light:
      return fill_gray(context, kLightGray);
    case Pattern::White:
      return fill_gray(context, 1);
    case Pattern::Hatch:
    case Pattern::CrossHatch:
    case Pattern::Dots:
      fill_gray(context, 1);
      return draw_marks(context, pattern);
  }
}

}  // namespace gongkai
