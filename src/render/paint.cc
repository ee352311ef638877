#include "render/paint.h"

#include <numbers>
#include <type_traits>
#include <vector>

#include "render/patterns.h"

namespace gongkai {
namespace {

void stroke_black(cairo_t* context, double width) {
  cairo_set_source_rgb(context, 0, 0, 0);
  cairo_set_line_width(context, width);
  cairo_stroke(context);
}

/// Text with its clusters, so that each piece of the text can be copied and searched as written.
void paint_run(cairo_t* context, const GlyphRun& run, const FontFaces& faces) {
  if (run.glyphs.empty()) return;
  std::vector<cairo_glyph_t> glyphs;
  glyphs.reserve(run.glyphs.size());
  for (const Glyph& glyph : run.glyphs) glyphs.push_back({glyph.id, glyph.x, glyph.y});
  std::vector<cairo_text_cluster_t> clusters;
  clusters.reserve(run.clusters.size());
  for (const Cluster& cluster : run.clusters) clusters.push_back({cluster.bytes, cluster.glyphs});
  cairo_set_source_rgb(context, 0, 0, 0);
  cairo_set_font_face(context, faces.at(run.face));
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, run.size, run.size);
  if (run.turned) cairo_matrix_rotate(&matrix, std::numbers::pi / 2);
  cairo_set_font_matrix(context, &matrix);
  cairo_show_text_glyphs(context, run.text.data(), static_cast<int>(run.text.size()), glyphs.data(),
                         static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                         cairo_text_cluster_flags_t{});
}

void paint_rule(cairo_t* context, const Rule& rule) {
  cairo_move_to(context, rule.x1, rule.y1);
  cairo_line_to(context, rule.x2, rule.y2);
  stroke_black(context, rule.width);
}

void paint_fill(cairo_t* context, const Fill& fill) {
  cairo_rectangle(context, fill.x, fill.y, fill.width, fill.height);
  fill_with_pattern(context, fill.pattern, fill.gray);
  if (fill.outline > 0) stroke_black(context, fill.outline);
  cairo_new_path(context);
}

void trace(cairo_t* context, const std::vector<PathPoint>& points) {
  for (const PathPoint& point : points) {
    switch (point.kind) {
      case PathPoint::Kind::Move:
        cairo_move_to(context, point.x, point.y);
        break;
      case PathPoint::Kind::Line:
        cairo_line_to(context, point.x, point.y);
        break;
      case PathPoint::Kind::Curve:
        cairo_curve_to(context, point.x1, point.y1, point.x2, point.y2, point.x, point.y);
        break;
      case PathPoint::Kind::Close:
        cairo_close_path(context);
        break;
    }
  }
}

void paint_path(cairo_t* context, const Path& path) {
  trace(context, path.points);
  if (path.fill) fill_with_pattern(context, path.pattern, path.gray);
  if (path.stroke > 0) stroke_black(context, path.stroke);
  cairo_new_path(context);
}

}  // namespace

void paint_page(cairo_t* context, const Page& page, const FontFaces& faces) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(context, options);
  cairo_font_options_destroy(options);
  for (const Item& item : page.items) {
    std::visit(
        [&](const auto& content) {
          using Content = std::decay_t<decltype(content)>;
          if constexpr (std::is_same_v<Content, GlyphRun>) paint_run(context, content, faces);
          if constexpr (std::is_same_v<Content, Rule>) paint_rule(context, content);
          if constexpr (std::is_same_v<Content, Fill>) paint_fill(context, content);
          if constexpr (std::is_same_v<Content, Path>) paint_path(context, content);
        },
        item.content);
  }
}

}  // namespace gongkai
