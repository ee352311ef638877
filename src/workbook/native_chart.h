// A chart Excel draws itself, from cells of the workbook.
#pragma once

#include <string>

struct lxw_workbook;

namespace gongkai {

class SheetWriter;

enum class NativeChartKind { Columns, Bars, Pie };

struct NativeChart {
  NativeChartKind kind = NativeChartKind::Columns;
  std::string title;
  std::string alternative;  ///< for readers who cannot see it
  std::string number_format;
  std::string share_format;  ///< labels of a pie
  int first_row = 0;         ///< data on the same sheet: labels in `label_column`, numbers in `value_column`
  int last_row = 0;
  int label_column = 0;
  int value_column = 1;
  bool from_zero = true;  ///< no negative value: the axis must begin at zero
  int anchor_row = 0;
  int anchor_column = 0;
  int width = 0;  ///< pixels
  int height = 0;
};

/// Inserts it on `sheet`. False when the library refuses.
bool insert_native_chart(lxw_workbook* workbook, SheetWriter& sheet, const NativeChart& chart);

}  // namespace gongkai
