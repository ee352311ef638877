#include "workbook/write_table.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/utf8.h"
#include "workbook/figure.h"
#include "workbook/sheet_geometry.h"
#include "workbook/sheet_name.h"
#include "workbook/sum_formula.h"
#include "workbook/table_shape.h"

namespace gongkai {
namespace {

constexpr int kTitleRow = 0;
constexpr int kNumberRow = 1;
constexpr int kMoneyRow = 2;
constexpr const char* kTextFormat = "@";

HorizontalAlign horizontal(Align align) {
  switch (align) {
    case Align::Center:
      return HorizontalAlign::Center;
    case Align::Right:
    case Align::Decimal:
      return HorizontalAlign::Right;
    case Align::Left:
      break;
  }
  return HorizontalAlign::Left;
}

/// Writes the rows of one table; a class only to share what every row needs.
class TableSheet {
 public:
  TableSheet(const Document& document, const Table& table, SheetWriter& sheet, AmountPlaces& places,
             Diagnostics& diagnostics)
      : document_(document),
        table_(table),
        sheet_(sheet),
        places_(places),
        diagnostics_(diagnostics),
        size_(document.style.table.size),
        columns_(column_pixels(table, size_)),
        width_(static_cast<int>(table.columns.size())) {}

  bool write() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      sheet_.set_column_width(static_cast<int>(i), column_characters(columns_[i]));
    }
    write_head();
    const std::vector<double> heights = row_points(table_, columns_, size_);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      sheet_.set_row_height(kGridRow + static_cast<int>(row), heights[row]);
      for (std::size_t column = 0; column < table_.rows[row].size(); ++column) {
        write_cell({static_cast<int>(row), static_cast<int>(column)});
      }
    }
    const int rows = write_notes();
    set_page(rows);
    return ok_ && sheet_.ok();
  }

 private:
  CellLook plain_look(HorizontalAlign align) const {
    return {.font = office_font(document_.style.table.font), .size = size_, .align = align};
  }

  void line(int row, int first, int columns, const std::string& text, const CellLook& look) {
    sheet_.write_text({row, first, 1, columns}, text, look);
  }

  void write_head() {
    CellLook title = plain_look(HorizontalAlign::Center);
    title.size = document_.style.table.title_size;
    title.bold = true;
    line(kTitleRow, 0, width_, table_.title, title);
    const double all = total_pixels(width_);
    sheet_.set_row_height(kTitleRow, row_height(wrapped_lines(table_.title, all, title.size), title.size));
    line(kNumberRow, 0, width_, table_.number, plain_look(HorizontalAlign::Right));
    sheet_.set_row_height(kNumberRow, row_height(1, size_));
    write_money_line();
  }

  /// 单位 left, 金额单位 right. The left part takes as many columns as it needs and leaves the other at least one.
  void write_money_line() {
    if (width_ == 1) {
      line(kMoneyRow, 0, 1, table_.unit_line + "　" + table_.money_line, plain_look(HorizontalAlign::Left));
      return;
    }
    const double wanted = (display_width(table_.unit_line) + 2) * half_width_pixels(size_);
    int left = 1;
    while (left < width_ - 1 && total_pixels(left) < wanted) ++left;
    line(kMoneyRow, 0, left, table_.unit_line, plain_look(HorizontalAlign::Left));
    line(kMoneyRow, left, width_ - left, table_.money_line, plain_look(HorizontalAlign::Right));
    const int lines = std::max(wrapped_lines(table_.unit_line, total_pixels(left), size_),
                               wrapped_lines(table_.money_line, total_pixels(width_) - total_pixels(left), size_));
    sheet_.set_row_height(kMoneyRow, row_height(lines, size_));
  }

  double total_pixels(int columns) const {
    double pixels = 0;
    for (int i = 0; i < columns; ++i) pixels += columns_[static_cast<std::size_t>(i)];
    return pixels;
  }

  const Cell& cell_at(const CellAddress& at) const {
    return table_.rows[static_cast<std::size_t>(at.row)][static_cast<std::size_t>(at.column)];
  }

  CellLook grid_look(const CellAddress& at, const Cell& cell) const {
    const TableStyle& style = document_.style.table;
    CellLook look = plain_look(horizontal(cell.align));
    look.font = office_font(cell.header ? style.head_font : style.font);
    look.bold = cell.bold;
    look.indent = cell.align == Align::Left ? cell.indent : 0;
    const int last_row = static_cast<int>(table_.rows.size());
    look.top = at.row == 0 ? Rule::Medium : Rule::Thin;
    look.bottom = at.row + cell.row_span >= last_row ? Rule::Medium : Rule::Thin;
    look.left = at.column == 0 ? Rule::Medium : Rule::Thin;
    look.right = at.column + cell.col_span >= width_ ? Rule::Medium : Rule::Thin;
    return look;
  }

  void write_cell(const CellAddress& at) {
    const Cell& cell = cell_at(at);
    if (cell.covered) return;
    const Region region{kGridRow + at.row, at.column, cell.row_span, cell.col_span};
    CellLook look = grid_look(at, cell);
    if (cell.kind == CellKind::Amount || cell.kind == CellKind::Count || cell.kind == CellKind::LineNumber) {
      write_figure(at, region, look);
      return;
    }
    if (cell.kind == CellKind::Code) look.number_format = kTextFormat;
    sheet_.write_text(region, plain_text(cell.runs), look);
  }

  void write_figure(const CellAddress& at, const Region& region, CellLook look) {
    const Cell& cell = cell_at(at);
    const Figure figure = figure_of(cell, document_.print.numbers);
    look.number_format = figure.number_format;
    switch (figure.kind) {
      case FigureKind::Mismatch:
      case FigureKind::TooLarge:
        report_figure(cell, figure);
        return;
      case FigureKind::Text:
        sheet_.write_text(region, figure.text, look);
        return;
      case FigureKind::Blank:
      case FigureKind::Number:
        break;
    }
    const SumFormula sum = sum_of(at, figure);
    if (sum.outcome == SumOutcome::Formula) {
      sheet_.write_formula(region, sum.text, figure.value, look);
    } else if (figure.kind == FigureKind::Blank) {
      sheet_.write_blank(region, look);
    } else {
      sheet_.write_number(region, figure.value, look);
    }
    if (figure.kind == FigureKind::Number && figure.fen_per_unit == kFenPerWan) {
      places_.try_emplace(cell.fact,
                          quoted_sheet_name(sheet_.name()) + "!" + absolute_reference(region.row, region.column));
    }
  }

  /// The formula of a total, when its parts are shown in the same unit.
  SumFormula sum_of(const CellAddress& at, const Figure& figure) {
    const Cell& cell = cell_at(at);
    if (cell.sum_of.empty() || figure.fen_per_unit == 0) return {};
    const int decimals = figure.fen_per_unit == kFenPerWan ? 6 : 2;
    SumFormula sum = sum_formula(table_, at, kGridRow, decimals);
    if (sum.outcome == SumOutcome::BadAddress) {
      fail("E0855", cell, "合计引用了表里没有的单元格", "这是程序的缺陷，请连同账本和版式包一起报告");
    } else if (sum.outcome == SumOutcome::Differs) {
      diagnostics_
          .warning("W0859", cell.source,
                   "“" + table_.title + "”的“" + row_key(at) + "”与所列各项之和不等，按数值写入工作簿",
                   "核对这一行的各项，或在版式包里改它的合计范围")
          .group = table_.number;
    } else if (sum.outcome == SumOutcome::Formula) {
      for (const CellAddress& part : cell.sum_of) {
        const Figure shown = figure_of(cell_at(part), document_.print.numbers);
        if (shown.kind == FigureKind::Number && shown.fen_per_unit != figure.fen_per_unit) return {};
      }
    }
    return sum;
  }

  std::string row_key(const CellAddress& at) const {
    const auto row = static_cast<std::size_t>(at.row);
    return row < table_.row_keys.size() ? table_.row_keys[row] : std::string();
  }

  void report_figure(const Cell& cell, const Figure& figure) {
    if (figure.kind == FigureKind::TooLarge) {
      fail("E0854", cell, "“" + figure.text + "”超出了 Excel 能精确保存的范围", "核对金额单位是否写错");
      return;
    }
    fail("E0856", cell, "单元格印出的“" + figure.text + "”与它的数不一致",
         "这是程序的缺陷，请连同账本和版式包一起报告");
  }

  void fail(const char* code, const Cell& cell, const std::string& message, const std::string& hint) {
    ok_ = false;
    diagnostics_.error(code, cell.source, "“" + table_.title + "”：" + message, hint).group = table_.number;
  }

  /// Number of rows of the sheet after the last note.
  int write_notes() {
    int row = kGridRow + static_cast<int>(table_.rows.size());
    for (const Runs& note : table_.notes) {
      const std::string text = plain_text(note);
      line(row, 0, width_, text, plain_look(HorizontalAlign::Left));
      sheet_.set_row_height(row, row_height(wrapped_lines(text, total_pixels(width_), size_), size_));
      ++row;
    }
    return row;
  }

  void set_page(int rows) {
    SheetPage page;
    page.landscape = table_.orientation == Orientation::Landscape;
    page.rows = rows;
    page.columns = width_;
    if (table_.header_rows > 0) {
      page.repeat_first = kGridRow;
      page.repeat_last = kGridRow + table_.header_rows - 1;
    }
    page.freeze_row = kGridRow + table_.header_rows;
    page.freeze_column = columns_to_freeze(table_, columns_);
    page.draft = document_.draft;
    sheet_.set_page(page);
    sheet_.allow_numbers_as_text({0, 0, rows, width_});
  }

  const Document& document_;
  const Table& table_;
  SheetWriter& sheet_;
  AmountPlaces& places_;
  Diagnostics& diagnostics_;
  double size_;
  std::vector<double> columns_;
  int width_;
  bool ok_ = true;
};

}  // namespace

std::string office_font(const std::string& role) {
  return role == "小标宋" ? "宋体" : role;
}

bool write_table(const Document& document, const Table& table, WorkbookFile& file, AmountPlaces& places,
                 Diagnostics& diagnostics) {
  if (!is_rectangular(table)) {
    diagnostics
        .error("E0853", {}, "“" + table.title + "”的单元格没有铺满表格，或跨度超出了表格",
               "检查版式包里这张表的列数、行数和合并")
        .group = table.number;
    return false;
  }
  SheetWriter* sheet = file.add_sheet(table.sheet_name, table.number);
  if (sheet == nullptr) return false;
  return TableSheet(document, table, *sheet, places, diagnostics).write();
}

}  // namespace gongkai
