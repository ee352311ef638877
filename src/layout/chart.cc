#include "layout/chart.h"

#include <utility>

#include "layout/chart_canvas.h"
#include "layout/text_blocks.h"

namespace gongkai {
namespace {

constexpr double kAbove = 8;  // points of air above a chart

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

}  // namespace

Strip chart_strip(LayoutContext& context, const Chart& chart, double width) {
  const StructureId figure = context.structure(StructureRole::Figure);
  context.frames.structure.back().alternative = chart.alternative;
  ChartCanvas canvas(context, width, figure);
  double top = 0;
  if (!chart.unit_text.empty()) {
    const ComposedText unit = canvas.compose(chart.unit_text, width, TextAlign::Right);
    canvas.put(unit, 0, 0);
    top = ChartCanvas::height(unit);
    // The drawing begins below it.
  }
  std::vector<Item> above = std::exchange(canvas.items(), {});
  const double drawn = draw(canvas, chart);
  move_items(canvas.items(), 0, top);
  Strip strip{.height = top + drawn, .space_before = kAbove};
  strip.items = std::move(above);
  strip.items.insert(strip.items.end(), canvas.items().begin(), canvas.items().end());
  const StructureId caption = context.structure(StructureRole::Caption, figure);
  const Runs runs = {{.text = chart.caption}};
  for (Strip& line : text_strips(context, runs, context.style().of("图题"), width, caption)) {
    move_items(line.items, 0, strip.height);
    strip.items.insert(strip.items.end(), line.items.begin(), line.items.end());
    strip.height += line.height;
  }
  return strip;
}

}  // namespace gongkai
