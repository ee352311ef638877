#include "layout/table_fit.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

constexpr double kSizeStep = 0.5;       // points
constexpr double kTightLeading = 1.16;  // line pitch of a squeezed table, in parts of the size
// A table this many times too tall goes over pages at its own size; one with numbered lines (行次) is a form of fixed
// length that readers expect on one page.
constexpr double kMostSqueezed = 1.75;
constexpr double kMostSqueezedNumbered = 2.3;
constexpr double kMostSpread = 0.35;    // of the line pitch: what a row may gain when there is room
constexpr double kNearlyEmpty = 0.5;    // of the last page of a table over pages
constexpr double kLostAtFeet = 0.04;    // of a page
constexpr double kTolerance = 0.01;     // points
constexpr double kSmallestCalm = 0.85;  // of the size: below it text is hard to read
// Rows that stop wrapping are worth a step of the size.
constexpr int kRowsWorthAStep = 1;
constexpr int kRowsWorthASmallStep = 3;  // below the calm size

bool has_numbered_lines(const Table& table) {
  for (std::size_t row = static_cast<std::size_t>(table.header_rows); row < table.rows.size(); ++row) {
    for (const Cell& cell : table.rows[row]) {
      if (cell.kind == CellKind::LineNumber) return true;
    }
  }
  return false;
}

/// From comfortable to tight, at one size.
std::vector<TableSetting> settings(const TableStyle& style, double size) {
  const double pitch = style.line_pitch * size / style.size;
  const double tight = std::min(pitch, size * kTightLeading);
  std::vector<TableSetting> list;
  for (const double padding : {1.0, 0.6, 0.3}) list.push_back({size, pitch, style.padding_y * padding});
  for (const double padding : {0.6, 0.3, 0.1}) list.push_back({size, tight, style.padding_y * padding});
  return list;
}

double total_height(const MeasuredTable& measured) {
  return measured.rows_height(0, measured.row_heights.size());
}

/// Pages the body rows fill, the last one perhaps in part.
double pages_needed(const MeasuredTable& measured, double height) {
  const double room = std::max(height - measured.header_height(), 1.0);
  return (total_height(measured) - measured.header_height()) / room;
}

/// A table over pages whose last one would be nearly empty is set with less padding if that saves the page.
MeasuredTable spare_last_page(MeasuredTable measured, double height) {
  const double pages = pages_needed(measured, height);
  if (pages - std::floor(pages) > kNearlyEmpty) return measured;
  const TableSetting comfort = measured.setting;
  for (const double padding : {0.8, 0.6, 0.4}) {
    apply_setting(measured, {comfort.size, comfort.line_pitch, comfort.padding_y * padding});
    // A page loses up to a row at its foot, so a bare fit would not hold.
    if (pages_needed(measured, height) < std::floor(pages) - kLostAtFeet) return measured;
  }
  apply_setting(measured, comfort);
  return measured;
}

void spread_rows(MeasuredTable& measured, double height) {
  const double spare = height - total_height(measured);
  const auto rows = static_cast<double>(measured.row_heights.size());
  if (spare <= 0 || rows <= 0) return;
  const double gain = std::min(spare / rows, measured.setting.line_pitch * kMostSpread);
  for (double& row : measured.row_heights) row += gain;
}

/// Rows of the body in which a cell takes more than one line.
int rows_that_wrap(const MeasuredTable& measured) {
  const auto& rows = measured.at_size->cells;
  const auto wraps = [](const MeasuredCell& cell) { return cell.line_count() > 1; };
  return static_cast<int>(
      std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(measured.header_rows()), rows.end(),
                    [&](const std::vector<MeasuredCell>& row) { return std::ranges::any_of(row, wraps); }));
}

/// The size at which a statistical table looks calmest: a little smaller is better than rows of uneven height.
MeasuredTable calmest(TableMeasurer& measurer) {
  const TableStyle& style = measurer.style();
  MeasuredTable best = measurer.measure(comfortable(style));
  if (measurer.table().role != TableRole::Statistical) return best;
  int fewest = rows_that_wrap(best);
  int price = 0;  // in rows, of the steps since the best
  for (double size = style.size - kSizeStep; fewest > 0; size -= kSizeStep) {
    if (size < style.min_size - kTolerance) break;
    price += size < style.size * kSmallestCalm - kTolerance ? kRowsWorthASmallStep : kRowsWorthAStep;
    const TableSetting setting{size, style.line_pitch * size / style.size, style.padding_y};
    MeasuredTable smaller = measurer.measure(setting);
    const int wrapped = rows_that_wrap(smaller);
    if (wrapped + price > fewest) continue;
    fewest = wrapped;
    price = 0;
    best = std::move(smaller);
  }
  return best;
}

}  // namespace

TableSetting comfortable(const TableStyle& style) {
  return {style.size, style.line_pitch, style.padding_y};
}

MeasuredTable fit_table(TableMeasurer& measurer, double height) {
  const TableStyle& style = measurer.style();
  MeasuredTable comfort = calmest(measurer);
  const double most = has_numbered_lines(measurer.table()) ? kMostSqueezedNumbered : kMostSqueezed;
  if (total_height(comfort) > height * most) return spare_last_page(std::move(comfort), height);
  for (double size = comfort.setting.size; size >= style.min_size - kTolerance; size -= kSizeStep) {
    for (const TableSetting& setting : settings(style, size)) {
      MeasuredTable measured = measurer.measure(setting);
      if (total_height(measured) > height + kTolerance) continue;
      spread_rows(measured, height);
      return measured;
    }
  }
  return spare_last_page(std::move(comfort), height);
}

}  // namespace gongkai
