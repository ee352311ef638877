#include "render/patterns.h"

#include <numbers>

#include "layout/pattern_marks.h"

namespace gongkai {
namespace {

MarkBox path_box(cairo_t* context) {
  MarkBox box;
  cairo_path_extents(context, &box.left, &box.top, &box.right, &box.bottom);
  return box;
}

/// Within the current path, which is kept.
void draw_marks(cairo_t* context, const PatternMarks& marks) {
  cairo_path_t* outline = cairo_copy_path(context);
  cairo_save(context);
  cairo_clip(context);
  cairo_set_source_rgb(context, 0, 0, 0);
  for (const MarkDot& dot : marks.dots) {
    cairo_new_sub_path(context);
    cairo_arc(context, dot.x, dot.y, kMarkDotRadius, 0, 2 * std::numbers::pi);
  }
  cairo_fill(context);
  for (const MarkLine& line : marks.lines) {
    cairo_move_to(context, line.x1, line.y1);
    cairo_line_to(context, line.x2, line.y2);
  }
  cairo_set_line_width(context, kMarkLineWidth);
  cairo_stroke(context);
  cairo_restore(context);
  cairo_append_path(context, outline);
  cairo_path_destroy(outline);
}

}  // namespace

void fill_with_pattern(cairo_t* context, Pattern pattern, double gray) {
  const PatternMarks marks = pattern_marks(pattern, path_box(context), gray);
  cairo_set_source_rgb(context, marks.gray, marks.gray, marks.gray);
  cairo_fill_preserve(context);
  if (!marks.lines.empty() || !marks.dots.empty()) draw_marks(context, marks);
}

}  // namespace gongkai
