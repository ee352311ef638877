#include "workbook/find_sheet_cell.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

Document sample() {
  Table table;
  table.number = "公开05表";
  table.sheet_name = "GK05";
  table.columns.resize(2);
  table.rows.assign(3, std::vector<Cell>(2));
  table.rows[0][0].runs = {{"合并", nullptr, {}}};
  table.rows[0][0].row_span = 2;
  table.rows[1][0].covered = true;
  table.rows[2][1].runs = {{"末格", nullptr, {}}};
  Document document;
  document.blocks = {{table}};
  return document;
}

std::string text_at(const char* sheet, const char* address) {
  const Document document = sample();
  const Cell* cell = find_sheet_cell(document, sheet, address);
  return cell == nullptr ? "none" : plain_text(cell->runs);
}

TEST(FindSheetCell, TheGridBeginsInTheFourthRow) {
  EXPECT_EQ(text_at("公开05表", "B6"), "末格");
  EXPECT_EQ(text_at("GK05", "b6"), "末格");
  EXPECT_EQ(text_at("GK05", "A4"), "合并");
}

TEST(FindSheetCell, UnderAMergedCellIsThatCell) {
  EXPECT_EQ(text_at("GK05", "A5"), "合并");
}

TEST(FindSheetCell, OutsideIsNone) {
  for (const char* address : {"A3", "A7", "C4", "ZZ99999"}) EXPECT_EQ(text_at("GK05", address), "none") << address;
  EXPECT_EQ(text_at("GK06", "A4"), "none");
}

}  // namespace
}  // namespace gongkai
