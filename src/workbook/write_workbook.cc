#include <vector>

#include "workbook/workbook.h"
#include "workbook/workbook_file.h"
#include "workbook/write_charts.h"
#include "workbook/write_table.h"

namespace gongkai {

bool write_workbook(const Document& document, const std::filesystem::path& path, Diagnostics& diagnostics,
                    const Table* last) {
  std::vector<const Table*> tables;
  std::vector<const Chart*> charts;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block.content);
    if (table != nullptr && !table->sheet_name.empty()) tables.push_back(table);
    const auto* chart = std::get_if<Chart>(&block.content);
    if (chart != nullptr && !chart->sheet_table.empty()) charts.push_back(chart);
  }
  if (tables.empty()) {
    diagnostics.error("E0852", {}, "没有一张表要写入工作簿", "在版式包的表定义里给统计表写上工作表名称");
    return false;
  }
  WorkbookFile file(path, diagnostics);
  file.set_properties({document.title, document.author, document.year});
  AmountPlaces places;
  bool ok = true;
  for (const Table* table : tables) ok = write_table(document, *table, file, places, diagnostics) && ok;
  ok = write_charts(document, charts, places, file, diagnostics) && ok;
  if (last != nullptr) ok = write_table(document, *last, file, places, diagnostics) && ok;
  return ok && file.close();
}

}  // namespace gongkai
