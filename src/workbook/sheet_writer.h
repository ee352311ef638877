// One sheet, guarded: libxlsxwriter accepts overlapping merges and NaN and writes a damaged file, so nothing
// reaches it before the checks here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "workbook/cell_look.h"

struct lxw_worksheet;

namespace gongkai {

/// Rows and columns count from 0.
struct Region {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int col_span = 1;
};

struct SheetPage {
  bool landscape = false;
  bool fit_width = true;  ///< shrink to one page in width
  int rows = 0;           ///< print area: from A1
  int columns = 0;
  int repeat_first = -1;  ///< rows printed on every page; -1: none
  int repeat_last = -1;
  int freeze_row = 0;  ///< first row and column that scroll
  int freeze_column = 0;
  bool draft = false;  ///< 草稿 at the head of every page
  std::string footer_font = "宋体";
};

/// Writes cells, each position once. A refused cell is reported (E0853, E0854, E0857, E0860) and makes ok() false.
class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* sheet, std::string name, std::string group, CellFormats& formats,
              Diagnostics& diagnostics);

  bool write_text(const Region& region, std::string_view text, const CellLook& look);
  bool write_number(const Region& region, double value, const CellLook& look);
  /// `formula` begins with "="; `value` is what a reader that does not calculate shows.
  bool write_formula(const Region& region, const std::string& formula, double value, const CellLook& look);
  bool write_blank(const Region& region, const CellLook& look);

  void set_column_width(int column, double characters);
  void set_row_height(int row, double points);
  void set_page(const SheetPage& page);
  /// Codes are text on purpose: no green triangles in this area.
  void allow_numbers_as_text(const Region& region);
  /// A new page begins at each of these rows.
  void break_before_rows(const std::vector<int>& rows);

  const std::string& name() const { return name_; }
  bool ok() const { return ok_; }
  lxw_worksheet* handle() { return sheet_; }

 private:
  bool claim(const Region& region);
  bool begin(const Region& region, const CellLook& look, lxw_format*& format);
  bool check(int error, const std::string& what);
  void fail(const char* code, const std::string& message, const std::string& hint);

  lxw_worksheet* sheet_;
  std::string name_;
  std::string group_;
  CellFormats& formats_;
  Diagnostics& diagnostics_;
  std::map<std::pair<int, int>, Region> occupied_;  ///< position -> the region that holds it
  bool ok_ = true;
};

}  // namespace gongkai
