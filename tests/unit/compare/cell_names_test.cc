#include "compare/cell_names.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace gongkai {
namespace {

Cell cell(const char* text, bool header = false) {
  Cell cell;
  cell.runs = {{text, nullptr, {}}};
  cell.header = header;
  return cell;
}

Table table_of(std::initializer_list<std::vector<Cell>> rows, int header_rows) {
  Table table;
  table.header_rows = header_rows;
  table.rows = rows;
  table.columns.resize(table.rows.front().size());
  return table;
}

std::string name_of(const Table& table, std::size_t row, std::size_t column) {
  const CellNames names(table);
  const CellName& name = names.at(row, column);
  return name.row + "|" + name.column;
}

TEST(CellNames, AStatisticalTableHasHeadsAboveAndLabelsBeside) {
  Table table = table_of({{cell("项目", true), cell("", true), cell("本年支出", true)},
                          {cell("编码", true), cell("名称", true), cell("小计", true)},
                          {cell("栏次", true), cell("", true), cell("1", true)},
                          {cell("208"), cell("社会保障"), cell("5.00")}},
                         3);
  table.rows[0][0].col_span = 2;
  table.rows[0][1].covered = true;
  table.rows[3][0].kind = CellKind::Code;
  table.rows[3][2].kind = CellKind::Amount;
  EXPECT_EQ(name_of(table, 3, 2), "208 社会保障|本年支出 小计") << "without the number of the column";
}

TEST(CellNames, RowsOfOneNameAreToldApartEvenWhenTheFirstIsBlank) {
  const Table table =
      table_of({{cell("名", true), cell("数", true)}, {cell("其他"), cell("")}, {cell("其他"), cell("1")}}, 1);
  EXPECT_EQ(name_of(table, 2, 1), "其他（第2处）|数");
}

TEST(CellNames, AFormsFigureIsNamedByItsHeadsAndIndicator) {
  Table form = table_of({{cell("二级指标", true), cell("三级指标", true), cell("得分", true)},
                         {cell("数量指标", true), cell("参保人数"), cell("5")},
                         {cell("", true), cell("培训人数"), cell("6")}},
                        0);
  form.rows[1][0].row_span = 2;
  form.rows[2][0].covered = true;
  EXPECT_EQ(name_of(form, 1, 2), "参保人数|得分");
  EXPECT_EQ(name_of(form, 2, 2), "培训人数|得分");
  EXPECT_EQ(name_of(form, 2, 1), "数量指标（第2处）|三级指标") << "the head it lies beside reaches down";
}

TEST(CellNames, AnAnswerDoesNotNameWhatFollowsTheNextHead) {
  const Table form = table_of({{cell("目标", true), cell("一段话"), cell("完成", true), cell("另一段话")}}, 0);
  EXPECT_EQ(name_of(form, 0, 3), "完成|");
  EXPECT_EQ(name_of(form, 0, 1), "目标|");
}

TEST(CellNames, AFigureInATextCellNamesNothing) {
  Fact rate;
  rate.type = FactType::Ratio;
  Table form = table_of({{cell("执行", true), cell("99%"), cell("20")}}, 0);
  form.rows[0][1].runs[0].fact = &rate;
  EXPECT_EQ(name_of(form, 0, 2), "执行（第2处）|");
}

}  // namespace
}  // namespace gongkai
