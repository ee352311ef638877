#include "workbook/write_charts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "workbook/figure.h"
#include "workbook/sheet_geometry.h"

namespace gongkai {
namespace {

// The three columns and a chart fit on a portrait A4 page unscaled, also where Excel's default font is replaced by one
// a third wider and the columns grow with it.
constexpr double kLabelPixels = 230;
constexpr double kValuePixels = 115;
constexpr double kSharePixels = 85;
constexpr int kChartPixels = static_cast<int>(kLabelPixels + kValuePixels + kSharePixels);
constexpr int kChartHeight = 300;
constexpr double kChartRowPoints = 15;  // Excel's default row: 20 pixels
constexpr int kChartRows = kChartHeight / 20 + 2;
constexpr int kChartsOnPage = 2;
constexpr int kLabelColumn = 0;
constexpr int kValueColumn = 1;
constexpr int kShareColumn = 2;

/// The printed share “14.6%” as the number it says: 0.146. A chart must not round another way than the text.
std::optional<std::pair<double, int>> share_value(const std::string& text) {
  if (text.empty() || text.back() != '%') return std::nullopt;
  const std::optional<Decimal> decimal = parse_decimal(std::string_view(text).substr(0, text.size() - 1));
  if (!decimal) return std::nullopt;
  double power = 100;
  for (int i = 0; i < decimal->scale; ++i) power *= 10;
  return std::pair(static_cast<double>(decimal->units) / power, decimal->scale);
}

std::string percent_format(int decimals) {
  return decimals > 0 ? "0." + std::string(static_cast<std::size_t>(decimals), '0') + "%" : "0%";
}

class ChartSheet {
 public:
  ChartSheet(const Document& document, const AmountPlaces& places, WorkbookFile& file, SheetWriter& sheet)
      : document_(document), places_(places), file_(file), sheet_(sheet), size_(document.style.table.size) {}

  bool write(const std::vector<const Chart*>& charts) {
    sheet_.set_column_width(kLabelColumn, column_characters(kLabelPixels));
    sheet_.set_column_width(kValueColumn, column_characters(kValuePixels));
    sheet_.set_column_width(kShareColumn, column_characters(kSharePixels));
    std::vector<int> breaks;
    bool ok = true;
    for (std::size_t i = 0; i < charts.size(); ++i) {
      if (i > 0 && i % kChartsOnPage == 0) breaks.push_back(row_);
      ok = write_chart(*charts[i]) && ok;
    }
    SheetPage page;
    page.fit_width = false;  // it fits as it is, and Excel ignores our page breaks when it scales
    page.rows = row_;
    page.columns = kShareColumn + 1;
    page.draft = document_.draft;
    sheet_.set_page(page);
    sheet_.break_before_rows(breaks);
    return ok && sheet_.ok();
  }

 private:
  CellLook look(HorizontalAlign align, bool ruled) const {
    CellLook look{.font = office_font(document_.style.table.font), .size = size_, .align = align};
    if (ruled) look.top = look.bottom = look.left = look.right = Rule::Thin;
    return look;
  }

  bool write_chart(const Chart& chart) {
    CellLook caption = look(HorizontalAlign::Left, false);
    caption.bold = true;
    sheet_.write_text({row_++, 0, 1, 3}, chart.caption, caption);
    sheet_.write_text({row_++, 0, 1, 3}, chart.unit_text, look(HorizontalAlign::Right, false));
    const CellLook head = look(HorizontalAlign::Center, true);
    sheet_.write_text({row_, kLabelColumn}, "项目", head);
    sheet_.write_text({row_, kValueColumn}, "金额", head);
    const bool shares = has_shares(chart);
    if (shares) sheet_.write_text({row_, kShareColumn}, "占比", head);
    ++row_;
    NativeChart native = prepare(chart);
    native.first_row = row_;
    for (const ChartPoint& point : chart.points) {
      write_point(point, native);
      if (shares) write_share(point.share_text);
      ++row_;
    }
    native.last_row = row_ - 1;
    native.anchor_row = row_ + 1;
    for (int i = 0; i < kChartRows; ++i) sheet_.set_row_height(row_ + i, kChartRowPoints);
    row_ += kChartRows;
    return file_.add_chart(sheet_, native);
  }

  NativeChart prepare(const Chart& chart) const {
    NativeChart native;
    native.kind = chart.kind == ChartKind::Pie    ? NativeChartKind::Pie
                  : chart.kind == ChartKind::Bars ? NativeChartKind::Bars
                                                  : NativeChartKind::Columns;
    native.title = chart.caption;
    // The labels of a pie are shares, without a unit.
    if (chart.kind != ChartKind::Pie && !chart.unit_text.empty()) native.title += "（" + chart.unit_text + "）";
    native.alternative = chart.alternative;
    const DecimalStyle& style = document_.print.numbers.table_amount;
    native.number_format = amount_number_format(style.decimals, style.thousands, false);
    native.share_format = percent_format(document_.print.numbers.percent.decimals);
    native.label_column = kLabelColumn;
    native.value_column = kValueColumn;
    native.width = kChartPixels;
    native.height = kChartHeight;
    return native;
  }

  void write_point(const ChartPoint& point, NativeChart& native) {
    const Money* amount = point.fact == nullptr ? nullptr : point.fact->amount();
    const Money value = amount == nullptr ? Money() : *amount;
    if (value < Money()) native.from_zero = false;
    const int lines = wrapped_lines(point.label, kLabelPixels, size_);
    sheet_.set_row_height(row_, std::max(row_height(lines, size_), kChartRowPoints));
    sheet_.write_text({row_, kLabelColumn}, point.label, look(HorizontalAlign::Left, true));
    CellLook figure = look(HorizontalAlign::Right, true);
    figure.number_format = native.number_format;
    const auto place = places_.find(point.fact);
    if (place != places_.end()) {
      sheet_.write_formula({row_, kValueColumn}, "=" + place->second, amount_as_double(value, kFenPerWan), figure);
    } else {
      sheet_.write_number({row_, kValueColumn}, amount_as_double(value, kFenPerWan), figure);
    }
  }

  static bool has_shares(const Chart& chart) {
    return std::any_of(chart.points.begin(), chart.points.end(),
                       [](const ChartPoint& point) { return !point.share_text.empty(); });
  }

  void write_share(const std::string& text) {
    CellLook cell = look(HorizontalAlign::Right, true);
    const auto share = share_value(text);
    if (!share) {
      sheet_.write_text({row_, kShareColumn}, text, cell);
      return;
    }
    cell.number_format = percent_format(share->second);
    sheet_.write_number({row_, kShareColumn}, share->first, cell);
  }

  const Document& document_;
  const AmountPlaces& places_;
  WorkbookFile& file_;
  SheetWriter& sheet_;
  double size_;
  int row_ = 0;
};

/// “图表”, or “图表2” … when a table took the name.
std::string free_sheet_name(const WorkbookFile& file) {
  const std::string base = "图表";
  std::string name = base;
  for (int i = 2; file.has_sheet(name); ++i) name = base + std::to_string(i);
  return name;
}

bool has_amounts(const Chart& chart, Diagnostics& diagnostics) {
  const auto is_amount = [](const ChartPoint& p) {
    return p.fact != nullptr && (p.fact->amount() || !p.fact->exists());
  };
  if (!chart.points.empty() && std::all_of(chart.points.begin(), chart.points.end(), is_amount)) return true;
  diagnostics.error("E0856", {}, "图“" + chart.caption + "”没有数据，或有的数据不是金额", "检查版式包里这个图取的事实");
  return false;
}

}  // namespace

bool write_charts(const Document& document, const std::vector<const Chart*>& charts, const AmountPlaces& places,
                  WorkbookFile& file, Diagnostics& diagnostics) {
  if (charts.empty()) return true;
  for (const Chart* chart : charts) {
    if (!has_amounts(*chart, diagnostics)) return false;
  }
  SheetWriter* sheet = file.add_sheet(free_sheet_name(file), "图表");
  return sheet != nullptr && ChartSheet(document, places, file, *sheet).write(charts);
}

}  // namespace gongkai
