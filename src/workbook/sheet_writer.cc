#include "workbook/sheet_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/utf8.h"
#include "workbook/library_error.h"
#include "workbook/sheet_name.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxTextCharacters = 32767;
constexpr std::size_t kMaxFormulaBytes = 8192;
// A4 in the library's list of papers.
constexpr std::uint8_t kPaperA4 = 9;
// Inches. The footer stands in the bottom margin.
constexpr double kSideMargin = 0.6;
constexpr double kTopMargin = 0.75;
constexpr double kBottomMargin = 0.8;

lxw_row_t row_of(int row) {
  return static_cast<lxw_row_t>(row);
}
lxw_col_t col_of(int column) {
  return static_cast<lxw_col_t>(column);
}

std::string describe(const Region& region) {
  std::string text = cell_reference(region.row, region.column);
  if (region.row_span > 1 || region.col_span > 1) {
    text += ":" + cell_reference(region.row + region.row_span - 1, region.column + region.col_span - 1);
  }
  return text;
}

}  // namespace

SheetWriter::SheetWriter(lxw_worksheet* sheet, std::string name, std::string group, CellFormats& formats,
                         Diagnostics& diagnostics)
    : sheet_(sheet), name_(std::move(name)), group_(std::move(group)), formats_(formats), diagnostics_(diagnostics) {}

void SheetWriter::fail(const char* code, const std::string& message, const std::string& hint) {
  ok_ = false;
  diagnostics_.error(code, {}, "工作表“" + name_ + "”：" + message, hint).group = group_;
}

bool SheetWriter::check(int error, const std::string& what) {
  if (error == LXW_NO_ERROR) return true;
  fail("E0857", what + "没有写成：" + library_error_text(error), "这多半是程序的缺陷，请连同账本一起报告");
  return false;
}

bool SheetWriter::claim(const Region& region) {
  const bool inside = region.row >= 0 && region.column >= 0 && region.row_span > 0 && region.col_span > 0 &&
                      region.row + region.row_span <= LXW_ROW_MAX && region.column + region.col_span <= LXW_COL_MAX;
  if (!inside) {
    fail("E0853", "单元格的位置或跨度超出了工作表", "检查版式包里这张表的行列跨度");
    return false;
  }
  for (int row = region.row; row < region.row + region.row_span; ++row) {
    for (int column = region.column; column < region.column + region.col_span; ++column) {
      const auto [held, is_new] = occupied_.try_emplace({row, column}, region);
      if (is_new) continue;
      fail("E0853", "单元格 " + describe(region) + " 与 " + describe(held->second) + " 重叠",
           "检查版式包里这张表表头的合并");
      return false;
    }
  }
  return true;
}

bool SheetWriter::begin(const Region& region, const CellLook& look, lxw_format*& format) {
  if (!claim(region)) return false;
  format = formats_.of(look);
  if (format == nullptr) return check(LXW_ERROR_MEMORY_MALLOC_FAILED, "单元格格式");
  if (region.row_span == 1 && region.col_span == 1) return true;
  return check(
      worksheet_merge_range(sheet_, row_of(region.row), col_of(region.column), row_of(region.row + region.row_span - 1),
                            col_of(region.column + region.col_span - 1), "", format),
      "合并单元格 " + describe(region));
}

bool SheetWriter::write_text(const Region& region, std::string_view text, const CellLook& look) {
  if (text.empty()) return write_blank(region, look);
  if (find_invalid_utf8(text) || count_characters(text) > kMaxTextCharacters) {
    fail("E0860", "单元格 " + describe(region) + " 的文字超过 32767 个字，或不是有效的 UTF-8", "缩短这段文字");
    return false;
  }
  lxw_format* format = nullptr;
  if (!begin(region, look, format)) return false;
  const std::string terminated(text);
  return check(worksheet_write_string(sheet_, row_of(region.row), col_of(region.column), terminated.c_str(), format),
               "单元格 " + describe(region));
}

bool SheetWriter::write_number(const Region& region, double value, const CellLook& look) {
  if (!std::isfinite(value)) {
    fail("E0854", "单元格 " + describe(region) + " 的数不是有限的数", "这是程序的缺陷，请连同账本一起报告");
    return false;
  }
  lxw_format* format = nullptr;
  if (!begin(region, look, format)) return false;
  return check(worksheet_write_number(sheet_, row_of(region.row), col_of(region.column), value, format),
               "单元格 " + describe(region));
}

bool SheetWriter::write_formula(const Region& region, const std::string& formula, double value, const CellLook& look) {
  if (!std::isfinite(value) || formula.size() < 2 || formula.front() != '=' || formula.size() > kMaxFormulaBytes) {
    fail("E0854", "单元格 " + describe(region) + " 的公式太长，或结果不是有限的数",
         "这是程序的缺陷，请连同账本一起报告");
    return false;
  }
  lxw_format* format = nullptr;
  if (!begin(region, look, format)) return false;
  return check(
      worksheet_write_formula_num(sheet_, row_of(region.row), col_of(region.column), formula.c_str(), format, value),
      "单元格 " + describe(region));
}

bool SheetWriter::write_blank(const Region& region, const CellLook& look) {
  lxw_format* format = nullptr;
  if (!begin(region, look, format)) return false;
  return check(worksheet_write_blank(sheet_, row_of(region.row), col_of(region.column), format),
               "单元格 " + describe(region));
}

void SheetWriter::set_column_width(int column, double characters) {
  check(worksheet_set_column(sheet_, col_of(column), col_of(column), characters, nullptr), "列宽");
}

void SheetWriter::set_row_height(int row, double points) {
  constexpr double kTallest = 409;  // Excel refuses taller rows
  check(worksheet_set_row(sheet_, row_of(row), std::min(points, kTallest), nullptr), "行高");
}

void SheetWriter::set_page(const SheetPage& page) {
  worksheet_set_paper(sheet_, kPaperA4);
  if (page.landscape) worksheet_set_landscape(sheet_);
  worksheet_set_margins(sheet_, kSideMargin, kSideMargin, kTopMargin, kBottomMargin);
  worksheet_center_horizontally(sheet_);
  if (page.fit_width) worksheet_fit_to_pages(sheet_, 1, 0);
  check(worksheet_print_area(sheet_, 0, 0, row_of(page.rows - 1), col_of(page.columns - 1)), "打印区域");
  if (page.repeat_first >= 0) {
    check(worksheet_repeat_rows(sheet_, row_of(page.repeat_first), row_of(page.repeat_last)), "重复的表头");
  }
  if (page.freeze_row > 0 || page.freeze_column > 0) {
    worksheet_freeze_panes(sheet_, row_of(page.freeze_row), col_of(page.freeze_column));
  }
  const std::string font = "&\"" + page.footer_font + ",Regular\"&10";
  check(worksheet_set_footer(sheet_, ("&C" + font + "— &P —").c_str()), "页脚");
  if (page.draft) check(worksheet_set_header(sheet_, ("&C" + font + "草稿").c_str()), "页眉");
}

void SheetWriter::allow_numbers_as_text(const Region& region) {
  check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, describe(region).c_str()),
        "文字型编码的标记");
}

void SheetWriter::break_before_rows(const std::vector<int>& rows) {
  if (rows.empty()) return;
  std::vector<lxw_row_t> breaks;
  breaks.reserve(rows.size() + 1);
  for (const int row : rows) breaks.push_back(row_of(row));
  breaks.push_back(0);  // the library's end mark
  check(worksheet_set_h_pagebreaks(sheet_, breaks.data()), "分页");
}

}  // namespace gongkai
