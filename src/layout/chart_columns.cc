// Columns side by side and bars under each other: one length a figure, from a common zero.
#include <algorithm>
#include <vector>

#include "layout/chart_canvas.h"

namespace gongkai {
namespace {

constexpr double kPlotHeight = 150;  // points, of the tallest column
constexpr double kWidestSlot = 130;
constexpr double kColumnShare = 0.46;  // of a slot
constexpr double kGap = 3;             // between a column and its figure
constexpr double kBaseline = 0.8;

constexpr double kBarPitch = 26;
constexpr double kBarHeight = 15;
constexpr double kLabelShare = 0.28;  // of the width: for the names
constexpr double kValueShare = 0.24;  // for the figures

/// The greatest amount above and below zero.
struct Extent {
  Money above;
  Money below;  ///< not negative

  explicit Extent(const Chart& chart) {
    for (const ChartPoint& point : chart.points) {
      above = std::max(above, amount_of(point));
      below = std::max(below, -amount_of(point));
    }
  }
  Money greatest() const { return std::max(above, below); }
};

}  // namespace

double draw_columns(ChartCanvas& canvas, const Chart& chart) {
  if (chart.points.empty()) return 0;
  const Extent extent(chart);
  const double tallest = kPlotHeight * canvas.scale();
  const auto count = static_cast<double>(chart.points.size());
  const double slot = std::min(canvas.width() / count, kWidestSlot);
  const double left = (canvas.width() - slot * count) / 2;
  std::vector<ComposedText> figures;
  double figure_height = 0;
  for (const ChartPoint& point : chart.points) {
    figures.push_back(canvas.compose(point.value_text, slot - kGap, TextAlign::Center, point.fact));
    figure_height = std::max(figure_height, canvas.height(figures.back()));
  }
  const double zero = figure_height + kGap + tallest * drawn_share(extent.above, extent.greatest());
  const double floor = zero + tallest * drawn_share(extent.below, extent.greatest()) +
                       (extent.below.is_zero() ? 0 : figure_height + kGap);
  double bottom = floor;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const double x = left + slot * static_cast<double>(i);
    const Money amount = amount_of(chart.points[i]);
    const double length = tallest * drawn_share(amount.abs(), extent.greatest());
    const bool below = amount < Money();
    const double top = below ? zero : zero - length;
    const double width = slot * kColumnShare;
    if (length > 0) canvas.rectangle(x + (slot - width) / 2, top, width, length, filling(i));
    const double figure_top = below ? zero + length + kGap : top - kGap - canvas.height(figures[i]);
    canvas.put(figures[i], x + kGap / 2, figure_top);
    const ComposedText name = canvas.compose(chart.points[i].label, slot - kGap, TextAlign::Center);
    canvas.put(name, x + kGap / 2, floor + kGap);
    bottom = std::max(bottom, floor + kGap + canvas.height(name));
  }
  canvas.rule(left, zero, left + slot * count, zero, kBaseline);
  return bottom;
}

double draw_bars(ChartCanvas& canvas, const Chart& chart) {
  if (chart.points.empty()) return 0;
  const Extent extent(chart);
  const double names = canvas.width() * kLabelShare;
  const double room = canvas.width() * (1 - kLabelShare - kValueShare);
  // With amounts of both signs the zero lies inside; their lengths together fill the room.
  const Money range = extent.above + extent.below;
  const double zero = names + kGap + room * drawn_share(extent.below, range);
  double y = 0;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    const ComposedText name = canvas.compose(point.label, names - kGap, TextAlign::Right);
    const double height = std::max(kBarPitch, canvas.height(name) + 2 * kGap);
    canvas.put(name, 0, y + (height - canvas.height(name)) / 2);
    const Money amount = amount_of(point);
    const double length = room * drawn_share(amount.abs(), range);
    const double left = amount < Money() ? zero - length : zero;
    if (length > 0) canvas.rectangle(left, y + (height - kBarHeight) / 2, length, kBarHeight, filling(0));
    const double figure_left = std::max(left + length, zero) + kGap;
    const ComposedText figure =
        canvas.compose(point.value_text, canvas.width() - figure_left, TextAlign::Left, point.fact);
    canvas.put(figure, figure_left, y + (height - canvas.height(figure)) / 2);
    y += height;
  }
  canvas.rule(zero, 0, zero, y, kBaseline);
  return y;
}

}  // namespace gongkai
