#include "layout/table_fit.h"

#include <algorithm>
#include <vector>

#include "layout/table_rows.h"

namespace gongkai {
namespace {

constexpr double kSizeStep = 0.5;       // points
constexpr double kTightLeading = 1.16;  // line pitch of a squeezed table, in parts of the size
constexpr double kMostSqueezed = 1.75;  // a table this many times too tall goes over pages at its own size
constexpr double kMostSpread = 0.35;    // of the line pitch: what a row may gain when there is room
constexpr double kTolerance = 0.01;     // points

/// From comfortable to tight.
std::vector<TableSetting> settings(const TableStyle& style) {
  std::vector<TableSetting> list = {comfortable(style)};
  for (double size = style.size; size >= style.min_size - kTolerance; size -= kSizeStep) {
    const double pitch = style.line_pitch * size / style.size;
    const double tight = std::min(pitch, size * kTightLeading);
    for (const double padding : {1.0, 0.6, 0.3}) list.push_back({size, pitch, style.padding_y * padding});
    for (const double padding : {0.6, 0.3, 0.1}) list.push_back({size, tight, style.padding_y * padding});
  }
  return list;
}

double total_height(const MeasuredTable& measured) {
  return measured.rows_height(0, measured.row_heights.size());
}

void spread_rows(MeasuredTable& measured, double height) {
  const double spare = height - total_height(measured);
  const auto rows = static_cast<double>(measured.row_heights.size());
  if (spare <= 0 || rows <= 0) return;
  const double gain = std::min(spare / rows, measured.setting.line_pitch * kMostSpread);
  for (double& row : measured.row_heights) row += gain;
}

}  // namespace

TableSetting comfortable(const TableStyle& style) {
  return {style.size, style.line_pitch, style.padding_y};
}

MeasuredTable fit_table(LayoutContext& context, const Table& table, const TableStyle& style, double width,
                        double height) {
  MeasuredTable comfort = measure_table(context, table, style, comfortable(style), width);
  if (total_height(comfort) > height * kMostSqueezed) return comfort;
  for (const TableSetting& setting : settings(style)) {
    MeasuredTable measured = measure_table(context, table, style, setting, width);
    if (total_height(measured) > height + kTolerance) continue;
    spread_rows(measured, height);
    return measured;
  }
  return comfort;
}

}  // namespace gongkai
