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

  bool wraps() const { return cell.text.lines.size() > 1; }
};

CellSettings measure_cell(LayoutContext& context, const Cell& cell, const TableStyle& style,
                          const TableSetting& setting, double width) {
  CellSettings result;
  result.spans_rows = cell.row_span > 1;
  MeasuredCell& measured = result.cell;
  measured.size = setting.size;
  if (cell.covered || cell.runs.empty()) return result;
  measured.indent = cell.indent * setting.size;
  TextSpec spec;
  spec.role = cell_role(cell, style, context.composer.fonts());
  spec.size = setting.size;
  spec.width = std::max(width - 2 * style.padding_x - measured.indent, 0.5);
  spec.align = text_align(cell, spec.width, spec.size);
  const double least = std::min(style.min_size, setting.size);
  const FittedText fitted = context.composer.fit(cell.runs, spec, least, is_single_line(cell) ? 1 : 0);
  measured.text = fitted.text;
  measured.size = fitted.size;
  if (fitted.text.lines.size() == 2) {
    FittedText line = context.composer.fit(cell.runs, spec, std::max(least, kOneLineFrom * spec.size), 1);
    if (line.fits) result.one_line = std::move(line);
  }
  if (cell.header && measured.text.lines.size() > 1) {
    spec.size = measured.size;
    measured.text = compose_title(context.composer, cell.runs, spec);
  }
  // A word broken at the smallest size is ugly but whole; an amount on two lines, or ink beyond the cell, is wrong.
  measured.fits = !fitted.text.overflow() && (fitted.fits || !is_single_line(cell));
  return result;
}

/// Text shrinks onto one line where that spares its row a line; beside a cell that wraps anyway it stays as large.
std::vector<MeasuredCell> settle_row(std::vector<CellSettings> row) {
  const bool tall = std::any_of(row.begin(), row.end(),
                                [](const CellSettings& s) { return s.wraps() && !s.one_line && !s.spans_rows; });
  std::vector<MeasuredCell> cells;
  for (CellSettings& settings : row) {
    if (settings.one_line && (!tall || settings.spans_rows)) {
      settings.cell.text = std::move(settings.one_line->text);
      settings.cell.size = settings.one_line->size;
    }
    cells.push_back(std::move(settings.cell));
  }
  return cells;
}

/// Decimal points of a column stand under each other, whatever the faces and the number of decimals.
void align_decimals(MeasuredTable& measured) {
  const Table& table = *measured.table;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    double longest_tail = 0;
    const auto tail = [&](const MeasuredCell& cell) {
      const Line& line = cell.text.lines.front();
      return line.x + line.width - line.decimal_x;
    };
    const auto aligned = [&](std::size_t row) {
      const Cell& cell = table.rows[row][column];
      return !cell.header && cell.align == Align::Decimal && measured.cells[row][column].text.lines.size() == 1;
    };
    for (std::size_t row = measured.header_rows(); row < table.rows.size(); ++row) {
      if (aligned(row)) longest_tail = std::max(longest_tail, tail(measured.cells[row][column]));
    }
    for (std::size_t row = measured.header_rows(); row < table.rows.size(); ++row) {
      if (!aligned(row)) continue;
      Line& line = measured.cells[row][column].text.lines.front();
      const double shift = std::min(longest_tail - tail(measured.cells[row][column]), line.x);
      line.x -= shift;
      line.decimal_x -= shift;
      for (GlyphRun& run : line.runs) {
        for (Glyph& glyph : run.glyphs) glyph.x -= shift;
      }
    }
  }
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
        const double missing = measured.cells[row][column].text_height() + padding - measured.rows_height(row, end);
        if (missing <= 0) continue;
        for (std::size_t r = row; r < end; ++r) {
          measured.row_heights[r] += missing / static_cast<double>(end - row);
        }
      }
    }
  }
}

}  // namespace

MeasuredTable measure_table(LayoutContext& context, const Table& table, const TableStyle& style,
                            const TableSetting& setting, double room) {
  MeasuredTable measured;
  measured.table = &table;
  measured.style = &style;
  measured.setting = setting;
  measured.owners = owner_grid(table);
  measured.column_edges = {0};
  for (const double width : column_widths(context.composer, table, style, setting.size, room).widths) {
    measured.column_edges.push_back(measured.column_edges.back() + width);
  }
  measured.cells.resize(table.rows.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<CellSettings> cells;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const double width = measured.column_edges[column_end(table, row, column)] - measured.column_edges[column];
      cells.push_back(measure_cell(context, table.rows[row][column], style, setting, width));
    }
    measured.cells[row] = settle_row(std::move(cells));
  }
  align_decimals(measured);
  apply_setting(measured, setting);
  return measured;
}

void apply_setting(MeasuredTable& measured, const TableSetting& setting) {
  measured.setting = setting;
  for (auto& row : measured.cells) {
    for (MeasuredCell& cell : row) cell.line_pitch = setting.line_pitch * cell.size / setting.size;
  }
  set_row_heights(measured);
}

bool report_cells_that_do_not_fit(LayoutContext& context, const MeasuredTable& measured) {
  bool all_fit = true;
  for (std::size_t row = 0; row < measured.cells.size(); ++row) {
    for (std::size_t column = 0; column < measured.cells[row].size(); ++column) {
      if (measured.cells[row][column].fits) continue;
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
