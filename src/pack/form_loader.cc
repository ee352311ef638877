#include "pack/form_loader.h"

#include <utility>

#include "base/money.h"
#include "pack/cell_loader.h"
#include "pack/pack_fields.h"

namespace gongkai {
namespace {

std::vector<FormRowTemplate> load_rows(const YamlNode& list, Diagnostics& diagnostics);

FormRowTemplate load_row(const YamlNode& node, Diagnostics& diagnostics) {
  FormRowTemplate row;
  row.span = node.span;
  if (node.kind == YamlKind::List) {
    for (const YamlEntry& cell : node.entries) {
      row.cells.push_back(load_cell(cell.value, CellKind::Text, diagnostics));
    }
    return row;
  }
  PackFields fields(node, "表单的一组行", diagnostics);
  row.list = fields.expression("逐行");
  row.variable = fields.text("作");
  row.condition = fields.expression("如果");
  fields.require("行");
  if (const YamlNode* rows = fields.take_list("行")) row.children = load_rows(*rows, diagnostics);
  if (!row.list && !row.condition) {
    diagnostics.error("E0528", node.span, "一组行要写“逐行”或“如果”", "单独的一行直接写成单元格的列表");
  }
  fields.finish();
  return row;
}

std::vector<FormRowTemplate> load_rows(const YamlNode& list, Diagnostics& diagnostics) {
  std::vector<FormRowTemplate> rows;
  for (const YamlEntry& entry : list.entries) rows.push_back(load_row(entry.value, diagnostics));
  return rows;
}

void load_widths(PackFields& fields, FormTemplate& form, Diagnostics& diagnostics) {
  fields.require("列宽");
  const YamlNode* widths = fields.take_list("列宽");
  if (widths == nullptr) return;
  for (const YamlEntry& entry : widths->entries) {
    const YamlNode& node = entry.value;
    const auto width = parse_decimal(node.text);
    if (!width || width->units <= 0) {
      diagnostics.error("E0527", node.span, "列宽要写大于 0 的毫米数");
      continue;
    }
    double value = static_cast<double>(width->units);
    for (int i = 0; i < width->scale; ++i) value /= 10;
    form.widths_mm.push_back(value);
  }
}

}  // namespace

FormTemplate load_form(std::string id, const YamlNode& root, Diagnostics& diagnostics) {
  FormTemplate form;
  form.id = std::move(id);
  form.span = root.span;
  PackFields fields(root, "表单", diagnostics);
  form.title = fields.text_template("标题");
  form.unit_line = fields.text_template("表头左");
  form.money_line = fields.text_template("表头右");
  form.orientation =
      read_choice<Orientation>(fields, "页面", {{"纵向", Orientation::Portrait}, {"横向", Orientation::Landscape}},
                               Orientation::Portrait, diagnostics);
  load_widths(fields, form, diagnostics);
  fields.require("行");
  if (const YamlNode* rows = fields.take_list("行")) form.rows = load_rows(*rows, diagnostics);
  form.notes = fields.text_templates("注");
  fields.finish();
  return form;
}

}  // namespace gongkai
