#include "pack/chart_loader.h"

#include <utility>

#include "pack/pack_fields.h"

namespace gongkai {
namespace {

ChartPointTemplate load_point(PackFields& fields) {
  ChartPointTemplate point;
  fields.require("名");
  point.label = fields.text_template("名");
  fields.require("值");
  point.value = fields.expression("值");
  point.share = fields.expression("份额");
  return point;
}

void load_points(PackFields& fields, ChartTemplate& chart, Diagnostics& diagnostics) {
  chart.list = fields.expression("逐项");
  const YamlNode* points = fields.take_list("点");
  if (chart.list) {
    chart.variable = fields.text("作");
    chart.points.push_back(load_point(fields));
  } else if (points != nullptr) {
    for (const YamlEntry& entry : points->entries) {
      PackFields point(entry.value, "图上的一点", diagnostics);
      chart.points.push_back(load_point(point));
      point.finish();
    }
  }
  if ((points == nullptr) == (chart.list == nullptr)) {
    diagnostics.error("E0528", fields.node().span, "一张图要写“点”或“逐项”中的一个");
  }
}

ChartTemplate load_chart(const YamlEntry& entry, Diagnostics& diagnostics) {
  ChartTemplate chart;
  chart.id = entry.key;
  chart.span = entry.key_span;
  PackFields fields(entry.value, "图", diagnostics);
  chart.kind = read_choice<ChartKind>(
      fields, "类型", {{"柱形", ChartKind::Columns}, {"饼形", ChartKind::Pie}, {"条形", ChartKind::Bars}},
      ChartKind::Columns, diagnostics);
  fields.require("图题");
  chart.caption = fields.text_template("图题");
  chart.alternative = fields.text_template("说明");
  chart.sheet_table = fields.text("工作表");
  load_points(fields, chart, diagnostics);
  fields.finish();
  return chart;
}

}  // namespace

void load_charts(const YamlNode& root, std::map<std::string, ChartTemplate>& charts, Diagnostics& diagnostics) {
  for (const YamlEntry& entry : root.entries) charts[entry.key] = load_chart(entry, diagnostics);
}

}  // namespace gongkai
