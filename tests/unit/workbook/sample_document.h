// A small document with everything a sheet can hold.
#pragma once

#include <deque>
#include <filesystem>
#include <string>

#include "document/document.h"

namespace gongkai {

/// Owns the facts its cells point to.
class SampleDocument {
 public:
  SampleDocument() {
    document.title = "示范中心2024年度单位决算";
    document.author = "示范中心";
    document.year = 2024;
    document.style = Style::standard();
  }

  const Fact* amount(std::int64_t fen, bool given = false) {
    Fact& fact = facts_.emplace_back();
    fact.value = Money::from_fen(fen);
    fact.given = given;
    return &fact;
  }
  const Fact* count(std::int64_t value) {
    Fact& fact = facts_.emplace_back();
    fact.type = FactType::Count;
    fact.value = value;
    return &fact;
  }

  static Cell text(const std::string& value, CellKind kind = CellKind::Text) {
    Cell cell;
    cell.kind = kind;
    cell.runs = {Run{value, nullptr, {}}};
    return cell;
  }
  static Cell head(const std::string& value, int row_span = 1, int col_span = 1) {
    Cell cell = text(value);
    cell.header = true;
    cell.align = Align::Center;
    cell.row_span = row_span;
    cell.col_span = col_span;
    return cell;
  }
  static Cell covered() {
    Cell cell;
    cell.covered = true;
    return cell;
  }
  /// Printed as composing prints it: two decimals with separators, a zero blank.
  Cell money(std::int64_t fen, std::vector<CellAddress> sum_of = {}, bool given = false) {
    Cell cell;
    cell.kind = CellKind::Amount;
    cell.align = Align::Decimal;
    cell.fact = amount(fen, given);
    cell.sum_of = std::move(sum_of);
    if (fen != 0)
      cell.runs = {Run{format_wan(Money::from_fen(fen), document.print.numbers.table_amount), cell.fact, {}}};
    return cell;
  }

  /// Code, name, 小计 (a sum across), 基本支出, 项目支出; a total row that sums down.
  Table table() {
    Table t;
    t.id = "公开05";
    t.number = "公开05表";
    t.title = "一般公共预算财政拨款支出决算表";
    t.sheet_name = "一般公共预算财政拨款支出决算表";
    t.unit_line = "单位：示范中心";
    t.money_line = "金额单位：万元";
    t.orientation = Orientation::Landscape;
    t.columns = {{"编码"}, {"名称"}, {"小计"}, {"基本"}, {"项目"}};
    t.header_rows = 2;
    t.rows = {
        {head("项目", 1, 2), covered(), head("本年支出", 1, 3), covered(), covered()},
        {head("功能分类科目编码"), head("科目名称"), head("小计"), head("基本支出"), head("项目支出")},
        {head("合计", 1, 2), covered(), money(1'945'805'000, {{3, 2}, {4, 2}}), money(1'945'805'000, {{3, 3}, {4, 3}}),
         money(0, {{3, 4}, {4, 4}})},
        {text("2080101", CellKind::Code), text("行政运行"), money(1'945'800'000, {{3, 3}, {3, 4}}),
         money(1'945'800'000), money(0)},
        {text("2080199", CellKind::Code), text("其他支出"), money(5'000, {{4, 3}, {4, 4}}), money(5'000), money(0)}};
    t.rows[4][1].indent = 2;
    t.row_keys = {"", "", "合计", "2080101", "2080199"};
    t.notes = {{Run{"注：本表反映本年度一般公共预算财政拨款支出情况。", nullptr, {}}}};
    return t;
  }

  void add(Table table) { document.blocks.push_back({std::move(table)}); }
  void add(Chart chart) { document.blocks.push_back({std::move(chart)}); }
  Table& table_at(std::size_t block) { return std::get<Table>(document.blocks.at(block).content); }

  Document document;

 private:
  std::deque<Fact> facts_;
};

}  // namespace gongkai
