#include "compose/chart_composer.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gongkai {
namespace {

constexpr std::string_view kUnit = "万元";

/// The caption with {图序}, which is the engine's and no fact.
std::string caption_text(const ComposeContext& context, const TextTemplate& caption, const Scope* scope, int number) {
  TextTemplate numbered = caption;
  for (TextPiece& piece : numbered.pieces) {
    if (!piece.expr || piece.expr->kind != ExprKind::Name) continue;
    if (piece.expr->name.size() != 1 || piece.expr->name[0].text != "图序") continue;
    piece.expr = nullptr;
    piece.literal = std::to_string(number);
  }
  return build_text(context, numbered, scope);
}

bool can_be_drawn(const Fact* fact, ChartKind kind) {
  if (fact == nullptr || fact->amount() == nullptr) return false;
  return kind != ChartKind::Pie || fact->amount()->fen() > 0;
}

void add_point(const ComposeContext& context, const ChartPointTemplate& source, const Scope* scope, Chart& chart) {
  if (!source.value) return;
  const Fact* value = context.book.evaluate(*source.value, scope, context.diagnostics);
  if (value != nullptr && value->exists() && value->amount() == nullptr) {
    context.diagnostics.error("E0603", source.value->span, "图上的值要是金额，“" + value->name + "”不是");
    return;
  }
  if (!can_be_drawn(value, chart.kind)) return;
  ChartPoint point;
  point.label = build_text(context, source.label, scope);
  point.fact = value;
  point.value_text = print_in_prose(*value, context.pack.print) + std::string(kUnit);
  const Fact* share = source.share ? context.book.evaluate(*source.share, scope, context.diagnostics) : nullptr;
  if (share != nullptr && share->exists()) {
    point.share = share;
    point.share_text = print_in_prose(*share, context.pack.print);
  }
  chart.points.push_back(std::move(point));
}

std::string describe(const Chart& chart, const std::string& lead) {
  std::string text = lead.empty() ? chart.caption : lead;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    text += (i == 0 ? "：" : "；") + point.label + point.value_text;
    if (!point.share_text.empty()) text += "，占" + point.share_text;
  }
  return text + "。";
}

}  // namespace

std::optional<Chart> compose_chart(const ComposeContext& context, const ChartTemplate& source, const Scope* scope,
                                   int number) {
  Chart chart;
  chart.id = source.id;
  chart.kind = source.kind;
  chart.unit_text = "单位：" + std::string(kUnit);
  chart.sheet_table = source.sheet_table;
  if (source.list) {
    std::int64_t ordinal = 0;
    for (const FactRecord& record : evaluate_list(context, *source.list, scope)) {
      const Scope element{scope, &record, source.variable, ++ordinal};
      for (const ChartPointTemplate& point : source.points) add_point(context, point, &element, chart);
    }
  } else {
    for (const ChartPointTemplate& point : source.points) add_point(context, point, scope, chart);
  }
  if (std::ranges::all_of(chart.points, [](const ChartPoint& point) { return point.fact->amount()->is_zero(); })) {
    context.diagnostics.note("N0606", source.span, "图“" + source.id + "”没有可画的数据，已略去");
    return std::nullopt;
  }
  chart.caption = caption_text(context, source.caption, scope, number);
  chart.alternative = describe(chart, build_text(context, source.alternative, scope));
  return chart;
}

}  // namespace gongkai
