#include "pack/cell_loader.h"

#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

bool takes_expression(CellKind kind) {
  return kind == CellKind::Amount || kind == CellKind::Count;
}

/// 合并同值: 是, or a text whose value must agree too before cells merge.
void load_merging(PackFields& fields, CellTemplate& cell, Diagnostics& diagnostics) {
  const YamlNode* node = fields.take("合并同值");
  if (node == nullptr || node->text == "否") return;
  cell.merge_same = true;
  if (node->text != "是") cell.merge_key = parse_text_template(*node, diagnostics);
}

}  // namespace

CellTemplate load_cell(const YamlNode& node, CellKind kind, Diagnostics& diagnostics) {
  CellTemplate cell;
  cell.span = node.span;
  if (node.kind == YamlKind::Null) return cell;
  if (node.kind == YamlKind::Scalar) {
    if (takes_expression(kind)) {
      cell.value = parse_shared_expression(node, diagnostics);
    } else {
      cell.text = parse_text_template(node, diagnostics);
    }
    return cell;
  }
  PackFields fields(node, "单元格", diagnostics);
  cell.text = fields.text_template("文");
  cell.value = fields.expression("取");
  cell.col_span = fields.integer("跨列", fields.integer("跨", 1, 1, 99), 1, 99);
  cell.row_span = fields.integer("跨行", 1, 1, 999);
  cell.header = fields.flag("头");
  load_merging(fields, cell, diagnostics);
  cell.align = read_choice<std::string>(fields, "对齐", {{"左", "左"}, {"中", "中"}, {"右", "右"}}, "", diagnostics);
  cell.format = fields.value_format();
  cell.indent = fields.integer("缩进", 0, 0, 9);
  cell.sum_of = fields.texts("求和");
  cell.bold = fields.flag("加粗");
  fields.finish();
  if (cell.value && !cell.text.pieces.empty()) {
    diagnostics.error("E0527", node.span, "一个单元格只写“文”和“取”里的一个");
  }
  return cell;
}

}  // namespace gongkai
