#include "layout/table_rows.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "layout/table_columns.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

// Characters a line of a cell must hold before its text is justified: in a narrower cell the gaps show.
constexpr double kJustifyFrom = 14;

// Of the table's size: a second line with a character or two on it is worse than text this much smaller. More would
// show beside its neighbours.
constexpr double kOneLineFrom = 0.9;

TextAlign text_align(const Cell& cell, double width, double size) {
  if (cell.header) return TextAlign::Center;
  switch (cell.align) {
    case Align::Left:
      return width >= kJustifyFrom * size ? TextAlign::Justify : TextAlign::Left;
    case Align::Center:
      return TextAlign::Center;
    case Align::Right:
    case Align::Decimal:
      return TextAlign::Right;
  }
  return TextAlign::Left;
}

/// A cell set in its column, and how it would be on one line where it takes two.
struct CellSettings {
  MeasuredCell cell;
  std::optional<FittedText> one_line;
  bool spans_rows = false;

  bool wraps() const { return cell.line_count() > 1; }
};

CellSettings measure_cell(TableTexts& texts, std::size_t row, std::size_t column, double size, double width) {
  const Cell& cell = texts.table().rows[row][column];
  const TableStyle& style = texts.style();
  LineComposer& composer = texts.composer();
  CellSettings result;
  result.spans_rows = cell.row_span > 1;
  MeasuredCell& measured = result.cell;
  TextSpec& spec = measured.spec;
  spec.size = size;
  if (cell.covered || cell.runs.empty()) return result;
  PreparedText& text = texts.at(row, column);
  measured.indent = cell.indent * size;
  spec.role = text.role;
  spec.width = std::max(width - 2 * style.padding_x - measured.indent, 0.5);
  spec.align = text_align(cell, spec.width, size);
  const double least = std::min(style.min_size, size);
  FittedText fitted = composer.fit(text, spec, least, is_single_line(cell) ? 1 : 0);
  // A word broken at the smallest size is ugly but whole; an amount on two lines, or ink beyond the cell, is wrong.
  measured.fits = !fitted.set.overflow() && (fitted.fits || !is_single_line(cell));
  if (fitted.set.lines.size() == 2) {
    FittedText line = composer.fit(text, spec, std::max(least, kOneLineFrom * size), 1);
    if (line.fits) result.one_line = std::move(line);
  }
  spec.size = fitted.size;
  measured.set = std::move(fitted.set);
  if (cell.header && measured.set.lines.size() > 1) measured.title = compose_title(composer, text, spec);
  return result;
}

/// Text shrinks onto one line where that spares its row a line; beside a cell that wraps anyway it stays as large.
std::vector<MeasuredCell> settle_row(std::vector<CellSettings> row) {
  const bool tall = std::any_of(row.begin(), row.end(),
                                [](const CellSettings& s) { return s.wraps() && !s.one_line && !s.spans_rows; });
  std::vector<MeasuredCell> cells;
  cells.reserve(row.size());
  for (CellSettings& settings : row) {
    if (settings.one_line && (!tall || settings.spans_rows)) {
      settings.cell.set = std::move(settings.one_line->set);
      settings.cell.spec.size = settings.one_line->size;
      settings.cell.title.reset();
    }
    cells.push_back(std::move(settings.cell));
  }
  return cells;
}

void set_row_heights(MeasuredTable& measured) {
  const Table& table = *measured.table;
  const double padding = 2 * measured.setting.padding_y;
  measured.row_heights.assign(table.rows.size(), measured.setting.line_pitch + padding);
  for (const bool spanning : {false, true}) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const std::size_t end = row_end(table, row, column);
        if ((end > row + 1) != spanning) continue;
        const double text = measured.text_height(measured.cell(row, column));
        const double missing = text + padding - measured.rows_height(row, end);
        if (missing <= 0) continue;
        for (std::size_t r = row; r < end; ++r) {
          measured.row_heights[r] += missing / static_cast<double>(end - row);
        }
      }
    }
  }
}

}  // namespace

TableMeasurer::TableMeasurer(LineComposer& composer, const Table& table, const TableStyle& style, double room)
    : texts_(composer, table, style), owners_(owner_grid(table)), room_(room) {}

MeasuredTable TableMeasurer::measure(const TableSetting& setting) {
  auto at_size = sizes_.find(setting.size);
  if (at_size == sizes_.end()) at_size = sizes_.emplace(setting.size, measure_at(setting.size)).first;
  MeasuredTable measured;
  measured.table = &table();
  measured.style = &style();
  measured.owners = &owners_;
  measured.at_size = &at_size->second;
  apply_setting(measured, setting);
  return measured;
}

TableAtSize TableMeasurer::measure_at(double size) {
  TableAtSize measured;
  measured.column_edges = {0};
  for (const double width : column_widths(texts_, size, room_)) {
    measured.column_edges.push_back(measured.column_edges.back() + width);
  }
  measured.cells.resize(table().rows.size());
  for (std::size_t row = 0; row < table().rows.size(); ++row) {
    std::vector<CellSettings> cells;
    cells.reserve(table().columns.size());
    for (std::size_t column = 0; column < table().columns.size(); ++column) {
      const double width = measured.column_edges[column_end(table(), row, column)] - measured.column_edges[column];
      cells.push_back(measure_cell(texts_, row, column, size, width));
    }
    measured.cells[row] = settle_row(std::move(cells));
  }
  return measured;
}

ComposedText TableMeasurer::write(std::size_t row, std::size_t column, const MeasuredCell& cell) {
  if (cell.title) return *cell.title;
  if (cell.set.lines.empty()) return {};
  return texts_.composer().write(texts_.at(row, column), cell.spec, cell.set);
}

void apply_setting(MeasuredTable& measured, const TableSetting& setting) {
  measured.setting = setting;
  set_row_heights(measured);
}

bool report_cells_that_do_not_fit(LayoutContext& context, const MeasuredTable& measured) {
  bool all_fit = true;
  for (std::size_t row = 0; row < measured.table->rows.size(); ++row) {
    for (std::size_t column = 0; column < measured.table->columns.size(); ++column) {
      if (measured.cell(row, column).fits) continue;
      all_fit = false;
      Diagnostic& problem =
          context.diagnostics.error("E0721", measured.table->rows[row][column].source,
                                    describe_cell(*measured.table, row, column) + " 的内容在最小字号下仍放不进这一列",
                                    "在版式包的表定义里加宽这一列、把页面改为横向，或缩短内容");
      problem.group = measured.table->number;
    }
  }
  return all_fit;
}

}  // namespace gongkai
