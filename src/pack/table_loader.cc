#include "pack/table_loader.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/suggest.h"
#include "pack/cell_loader.h"
#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

/// What a row says of itself; every other key of a row is a column's.
constexpr std::array<std::string_view, 10> kRowWords = {"键",   "逐行", "作",   "如果", "补至",
                                                        "求和", "合计", "加粗", "缩进", "跨"};

ColumnTemplate load_column(const YamlNode& node, Diagnostics& diagnostics) {
  ColumnTemplate column;
  PackFields fields(node, "列", diagnostics);
  fields.require("键");
  column.key = fields.text("键");
  if (std::ranges::find(kRowWords, column.key) != kRowWords.end()) {
    diagnostics.error("E0539", node.span, "列的键不能叫“" + column.key + "”：行里的这个键另有意思",
                      "换一个键，如“" + column.key + "数”；印出来的是“标题”，不是键");
  }
  column.head = fields.text_templates("标题");
  column.kind = read_choice<CellKind>(fields, "类型",
                                      {{"文字", CellKind::Text},
                                       {"编码", CellKind::Code},
                                       {"金额", CellKind::Amount},
                                       {"数量", CellKind::Count},
                                       {"行次", CellKind::LineNumber}},
                                      CellKind::Text, diagnostics);
  column.cell.span = node.span;
  column.cell.value = fields.expression("取");
  column.cell.align =
      read_choice<std::string>(fields, "对齐", {{"左", "左"}, {"中", "中"}, {"右", "右"}}, "", diagnostics);
  column.width_mm = fields.measure("宽", 0);
  column.indent_by_level = fields.flag("按级次缩进");
  column.sum_of = fields.texts("求和");
  column.format = fields.value_format();
  fields.finish();
  return column;
}

const ColumnTemplate* find_column(const PanelTemplate& panel, std::string_view key) {
  const auto found = std::ranges::find(panel.columns, key, &ColumnTemplate::key);
  return found == panel.columns.end() ? nullptr : &*found;
}

void load_spans(PackFields& fields, RowTemplate& row, Diagnostics& diagnostics) {
  const YamlNode* spans = fields.take_map("跨");
  if (spans == nullptr) return;
  PackFields keys(*spans, "跨", diagnostics);
  for (const YamlEntry& child : spans->entries) row.spans[child.key] = keys.integer(child.key, 1, 1, 99);
}

void load_cells(PackFields& fields, const PanelTemplate& panel, RowTemplate& row, Diagnostics& diagnostics) {
  std::vector<std::string> keys;
  for (const ColumnTemplate& column : panel.columns) keys.push_back(column.key);
  for (const YamlEntry* child : fields.take_rest()) {
    const ColumnTemplate* column = find_column(panel, child->key);
    if (column == nullptr) {
      diagnostics.error("E0526", child->key_span, "一行里的“" + child->key + "”既不是列的键，也不是行的键",
                        did_you_mean(child->key, keys));
      continue;
    }
    row.cells[child->key] = load_cell(child->value, column->kind, diagnostics);
  }
}

RowTemplate load_row(const YamlNode& node, const PanelTemplate& panel, Diagnostics& diagnostics) {
  RowTemplate row;
  row.span = node.span;
  PackFields fields(node, "一行", diagnostics);
  row.key = fields.text("键");
  row.condition = fields.expression("如果");
  row.list = fields.expression("逐行");
  row.variable = fields.text("作");
  row.pad_to = fields.integer("补至", 0, 0, 500);
  row.sum_of = fields.texts("求和");
  row.total = fields.flag("合计");
  row.bold = fields.flag("加粗");
  row.indent = fields.integer("缩进", 0, 0, 9);
  if (row.list) row.kind = RowKind::Each;
  if (row.pad_to > 0) row.kind = RowKind::PadTo;
  load_spans(fields, row, diagnostics);
  load_cells(fields, panel, row, diagnostics);
  return row;
}

void check_names(const std::vector<std::string>& used, const std::vector<std::string>& known, Span span,
                 std::string_view what, Diagnostics& diagnostics) {
  for (const std::string& name : used) {
    if (std::ranges::find(known, name) != known.end()) continue;
    diagnostics.error("E0539", span, "没有键为“" + name + "”的" + std::string(what), did_you_mean(name, known));
  }
}

/// 合计 adds up the 逐行 rows after it, so there must be some, unless 求和 names its parts.
void check_totals(const PanelTemplate& panel, Diagnostics& diagnostics) {
  const auto is_each = [](const RowTemplate& row) { return row.kind == RowKind::Each; };
  for (auto row = panel.rows.begin(); row != panel.rows.end(); ++row) {
    if (!row->total || !row->sum_of.empty() || std::any_of(row + 1, panel.rows.end(), is_each)) continue;
    diagnostics.error("E0539", row->span, "“合计: 是”后面没有逐行的行",
                      "固定的行相加，写“求和: [行的键, …]”；逐行的行放到合计行的后面");
  }
}

void check_panel(const PanelTemplate& panel, Diagnostics& diagnostics) {
  std::vector<std::string> columns;
  for (const ColumnTemplate& column : panel.columns) {
    if (std::ranges::find(columns, column.key) != columns.end()) {
      diagnostics.error("E0539", column.cell.span, "两列的键都是“" + column.key + "”", "同一栏组里列的键不能重复");
    }
    columns.push_back(column.key);
  }
  std::vector<std::string> rows;
  for (const RowTemplate& row : panel.rows) {
    if (!row.key.empty() && std::ranges::find(rows, row.key) != rows.end()) {
      diagnostics.error("E0539", row.span, "两行的键都是“" + row.key + "”", "同一栏组里行的键不能重复");
    }
    if (!row.key.empty()) rows.push_back(row.key);
  }
  check_totals(panel, diagnostics);
  for (const ColumnTemplate& column : panel.columns) {
    check_names(column.sum_of, columns, column.cell.span, "列", diagnostics);
  }
  for (const RowTemplate& row : panel.rows) {
    check_names(row.sum_of, rows, row.span, "行", diagnostics);
    for (const auto& [key, width] : row.spans) {
      check_names({key}, columns, row.span, "列", diagnostics);
      const auto at = std::ranges::find(columns, key) - columns.begin();
      if (at + width <= std::ssize(columns) || at == std::ssize(columns)) continue;
      diagnostics.error("E0541", row.span, "“" + key + "”跨 " + std::to_string(width) + " 列，超出了表的右边");
    }
  }
}

PanelTemplate load_panel(PackFields& fields, Diagnostics& diagnostics) {
  PanelTemplate panel;
  fields.require("列");
  if (const YamlNode* columns = fields.take_list("列")) {
    for (const YamlEntry& entry : columns->entries) panel.columns.push_back(load_column(entry.value, diagnostics));
  }
  fields.require("行");
  if (const YamlNode* rows = fields.take_list("行")) {
    for (const YamlEntry& entry : rows->entries) panel.rows.push_back(load_row(entry.value, panel, diagnostics));
  }
  check_panel(panel, diagnostics);
  return panel;
}

void load_panels(PackFields& fields, TableTemplate& table, Diagnostics& diagnostics) {
  const YamlNode* panels = fields.take_list("并列");
  if (panels == nullptr) {
    table.panels.push_back(load_panel(fields, diagnostics));
    return;
  }
  for (const YamlEntry& entry : panels->entries) {
    PackFields panel(entry.value, "栏组", diagnostics);
    table.panels.push_back(load_panel(panel, diagnostics));
    panel.finish();
  }
}

void check_last_row(const std::vector<CellTemplate>& row, const TableTemplate& table, Span span,
                    Diagnostics& diagnostics) {
  std::size_t width = 0;
  std::vector<std::string> keys;
  for (const PanelTemplate& panel : table.panels) {
    width += panel.columns.size();
    for (const RowTemplate& body_row : panel.rows) keys.push_back(body_row.key);
  }
  std::size_t filled = 0;
  for (const CellTemplate& cell : row) {
    filled += static_cast<std::size_t>(cell.col_span);
    check_names(cell.sum_of, keys, cell.span, "行", diagnostics);
  }
  if (filled == width) return;
  diagnostics.error("E0541", span, "末行占 " + std::to_string(filled) + " 列，表有 " + std::to_string(width) + " 列",
                    "改“跨列”使两者相等");
}

void load_last_rows(PackFields& fields, TableTemplate& table, Diagnostics& diagnostics) {
  const YamlNode* rows = fields.take_list("末行");
  if (rows == nullptr) return;
  for (const YamlEntry& entry : rows->entries) {
    const YamlNode& node = entry.value;
    std::vector<CellTemplate> row;
    for (const YamlEntry& cell : node.entries) row.push_back(load_cell(cell.value, CellKind::Text, diagnostics));
    check_last_row(row, table, node.span, diagnostics);
    table.last_rows.push_back(std::move(row));
  }
}

}  // namespace

TableTemplate load_table(std::string id, const YamlNode& root, Diagnostics& diagnostics) {
  TableTemplate table;
  table.id = std::move(id);
  table.span = root.span;
  PackFields fields(root, "表", diagnostics);
  table.number = fields.text_template("表号");
  fields.require("标题");
  table.title = fields.text_template("标题");
  table.sheet_name = fields.text_template("工作表");
  table.unit_line = fields.text_template("表头左");
  table.money_line = fields.text_template("表头右");
  table.role =
      read_choice<TableRole>(fields, "角色", {{"统计表", TableRole::Statistical}, {"文内表", TableRole::InText}},
                             TableRole::Statistical, diagnostics);
  table.orientation =
      read_choice<Orientation>(fields, "页面", {{"纵向", Orientation::Portrait}, {"横向", Orientation::Landscape}},
                               Orientation::Portrait, diagnostics);
  table.column_numbers = fields.flag("栏次");
  load_panels(fields, table, diagnostics);
  load_last_rows(fields, table, diagnostics);
  table.notes = fields.text_templates("注");
  table.empty_when = fields.expression("空表条件");
  table.empty_sentence = fields.text_template("空表");
  fields.finish();
  return table;
}

}  // namespace gongkai
