#include "workbook/native_chart.h"

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "workbook/sheet_writer.h"

namespace gongkai {
namespace {

// Fills that stay apart without colour, and light enough for a label on the largest slices, which come first.
struct Shade {
  std::uint8_t pattern;  // LXW_CHART_PATTERN_NONE: plain
  lxw_color_t front;
  lxw_color_t back;
};
constexpr lxw_color_t kDark = 0x1F4E79;
constexpr lxw_color_t kMiddle = 0x9DC3E6;
constexpr lxw_color_t kLight = 0xF2F2F2;
constexpr lxw_color_t kWhite = 0xFFFFFF;
constexpr std::array<Shade, 8> kShades = {{
    {LXW_CHART_PATTERN_NONE, kMiddle, kMiddle},
    {LXW_CHART_PATTERN_NONE, kLight, kLight},
    {LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, kDark, kWhite},
    {LXW_CHART_PATTERN_PERCENT_20, kDark, kWhite},
    {LXW_CHART_PATTERN_NONE, kDark, kDark},
    {LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL, kMiddle, kWhite},
    {LXW_CHART_PATTERN_SMALL_GRID, kDark, kWhite},
    {LXW_CHART_PATTERN_HORIZONTAL_BRICK, kMiddle, kWhite},
}};

std::uint8_t library_kind(NativeChartKind kind) {
  switch (kind) {
    case NativeChartKind::Bars:
      return LXW_CHART_BAR;
    case NativeChartKind::Pie:
      return LXW_CHART_PIE;
    case NativeChartKind::Columns:
      break;
  }
  return LXW_CHART_COLUMN;
}

/// One shade a point; the library copies what it is given.
void shade_points(lxw_chart_series* series, std::size_t count) {
  std::vector<lxw_chart_fill> fills(count);
  std::vector<lxw_chart_pattern> patterns(count);
  std::vector<lxw_chart_point> points(count);
  std::vector<lxw_chart_point*> list;
  lxw_chart_line line{};
  line.color = kDark;
  line.width = 0.75F;
  for (std::size_t i = 0; i < count; ++i) {
    const Shade& shade = kShades[i % kShades.size()];
    fills[i].color = shade.front;
    patterns[i].type = shade.pattern;
    patterns[i].fg_color = shade.front;
    patterns[i].bg_color = shade.back;
    points[i].line = &line;
    if (shade.pattern == LXW_CHART_PATTERN_NONE) {
      points[i].fill = &fills[i];
    } else {
      points[i].pattern = &patterns[i];
    }
    list.push_back(&points[i]);
  }
  list.push_back(nullptr);
  chart_series_set_points(series, list.data());
}

void label_points(lxw_chart_series* series, const NativeChart& chart, lxw_chart_font* font) {
  chart_series_set_labels(series);
  chart_series_set_labels_font(series, font);
  if (chart.kind != NativeChartKind::Pie) {
    chart_series_set_labels_num_format(series, chart.number_format.c_str());
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    return;
  }
  chart_series_set_labels_num_format(series, chart.share_format.c_str());
  // Excel moves labels of narrow slices apart and leads a line to each.
  chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_BEST_FIT);
  chart_series_set_labels_leader_line(series);
  chart_series_set_labels_separator(series, LXW_CHART_LABEL_SEPARATOR_SPACE);
  chart_series_set_labels_percentage(series);
  // Last: the calls before turn the value on.
  chart_series_set_labels_options(series, LXW_FALSE, LXW_TRUE, LXW_FALSE);
}

void set_axes(lxw_chart* handle, const NativeChart& chart, lxw_chart_font* font) {
  if (chart.kind == NativeChartKind::Pie) return;
  chart_axis_set_num_font(handle->x_axis, font);
  chart_axis_set_num_font(handle->y_axis, font);
  lxw_chart_axis* values = chart.kind == NativeChartKind::Bars ? handle->x_axis : handle->y_axis;
  lxw_chart_axis* names = chart.kind == NativeChartKind::Bars ? handle->y_axis : handle->x_axis;
  if (chart.kind == NativeChartKind::Bars) chart_axis_set_reverse(names);  // first row on top, as in the table
  // Left alone, Excel cuts the axis when the values are close, and a small change looks like a large one.
  if (chart.from_zero) chart_axis_set_min(values, 0);
  chart_axis_set_num_format(values, "General");  // round ticks need no decimals; the labels have them
}

}  // namespace

bool insert_native_chart(lxw_workbook* workbook, SheetWriter& sheet, const NativeChart& chart) {
  lxw_chart* handle = workbook_add_chart(workbook, library_kind(chart.kind));
  if (handle == nullptr) return false;
  lxw_chart_series* series = chart_add_series(handle, nullptr, nullptr);
  if (series == nullptr) return false;
  const auto first = static_cast<lxw_row_t>(chart.first_row);
  const auto last = static_cast<lxw_row_t>(chart.last_row);
  const auto labels = static_cast<lxw_col_t>(chart.label_column);
  const auto values = static_cast<lxw_col_t>(chart.value_column);
  chart_series_set_categories(series, sheet.name().c_str(), first, labels, last, labels);
  chart_series_set_values(series, sheet.name().c_str(), first, values, last, values);
  std::string family = "宋体";
  lxw_chart_font font{};
  font.name = family.data();
  font.size = 10;
  lxw_chart_font title_font = font;
  title_font.size = 12;
  title_font.bold = LXW_TRUE;
  const int points = chart.last_row - chart.first_row + 1;
  shade_points(series, static_cast<std::size_t>(points));
  label_points(series, chart, &font);
  set_axes(handle, chart, &font);
  chart_title_set_name(handle, chart.title.c_str());
  chart_title_set_name_font(handle, &title_font);
  chart_legend_set_position(handle, LXW_CHART_LEGEND_NONE);
  std::string alternative = chart.alternative;
  lxw_chart_options options{};
  options.description = alternative.data();
  // Scales are relative to the library's default size of 480 x 288 pixels.
  options.x_scale = chart.width / 480.0;
  options.y_scale = chart.height / 288.0;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  return worksheet_insert_chart_opt(sheet.handle(), static_cast<lxw_row_t>(chart.anchor_row),
                                    static_cast<lxw_col_t>(chart.anchor_column), handle, &options) == LXW_NO_ERROR;
}

}  // namespace gongkai
