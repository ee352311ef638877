#include "layout/chart.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/chart_canvas.h"
#include "layout/text_blocks.h"

namespace gongkai {
namespace {

constexpr double kAbove = 8;                    // points of air above a chart
constexpr double kSmaller[] = {0.9, 0.8, 0.7};  // scales to try where a page has no room for the whole

double draw(ChartCanvas& canvas, const Chart& chart) {
  switch (chart.kind) {
    case ChartKind::Columns:
      return draw_columns(canvas, chart);
    case ChartKind::Bars:
      return draw_bars(canvas, chart);
    case ChartKind::Pie:
      return draw_pie(canvas, chart);
  }
  return 0;
}

/// Whether every figure says the unit itself, so that a line for it would repeat them.
bool figures_say_unit(const Chart& chart) {
  constexpr std::string_view kColon = "：";
  const auto colon = chart.unit_text.find(kColon);
  const std::string_view text = chart.unit_text;
  const std::string_view unit = colon == std::string::npos ? text : text.substr(colon + kColon.size());
  return std::all_of(chart.points.begin(), chart.points.end(), [&](const ChartPoint& point) {
    return point.fact == nullptr || point.value_text.find(unit) != std::string::npos;
  });
}

struct ChartNodes {
  StructureId figure = kArtifact;
  StructureId caption = kArtifact;
};

Strip drawing(LayoutContext& context, const Chart& chart, double width, ChartNodes nodes, double scale) {
  ChartCanvas canvas(context, width, nodes.figure, scale);
  double top = 0;
  if (!chart.unit_text.empty() && !figures_say_unit(chart)) {
    const ComposedText unit = canvas.compose(chart.unit_text, width, TextAlign::Right);
    canvas.put(unit, 0, 0);
    top = canvas.height(unit);
  }
  Strip strip{.space_before = kAbove};
  strip.items = std::exchange(canvas.items(), {});
  strip.height = top + draw(canvas, chart);
  move_items(canvas.items(), 0, top);
  strip.items.insert(strip.items.end(), canvas.items().begin(), canvas.items().end());
  const Runs runs = {{.text = chart.caption}};
  for (Strip& line : text_strips(context, runs, context.style().of("图题"), width, nodes.caption)) {
    move_items(line.items, 0, strip.height);
    strip.items.insert(strip.items.end(), line.items.begin(), line.items.end());
    strip.height += line.height;
  }
  return strip;
}

}  // namespace

Strip chart_strip(LayoutContext& context, const Chart& chart, double width) {
  ChartNodes nodes;
  nodes.figure = context.structure(StructureRole::Figure);
  context.frames.structure.back().alternative = chart.alternative;
  nodes.caption = context.structure(StructureRole::Caption, nodes.figure);
  Strip strip = drawing(context, chart, width, nodes, 1);
  for (const double scale : kSmaller) strip.smaller.push_back(drawing(context, chart, width, nodes, scale));
  return strip;
}

}  // namespace gongkai
