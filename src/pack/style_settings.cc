#include <string>
#include <string_view>

#include "pack/pack_fields.h"
#include "pack/pack_settings.h"

namespace gongkai {
namespace {

/// The roles of fonts/roles.yaml; which file plays one is the machine's affair.
std::string read_font(PackFields& fields, std::string_view key, const std::string& inherited,
                      Diagnostics& diagnostics) {
  return read_choice<std::string>(fields, key,
                                  {{"仿宋", "仿宋"},
                                   {"楷体", "楷体"},
                                   {"黑体", "黑体"},
                                   {"小标宋", "小标宋"},
                                   {"宋体", "宋体"},
                                   {"宋体加粗", "宋体加粗"}},
                                  inherited, diagnostics);
}

void apply_page(const YamlNode& node, PageMeasure& page, Diagnostics& diagnostics) {
  PackFields fields(node, "页面", diagnostics);
  page.top = fields.measure("上", page.top);
  page.left = fields.measure("左", page.left);
  page.right = fields.measure("右", page.right);
  page.bottom = fields.measure("下", page.bottom);
  page.lines = fields.integer("行数", page.lines, 1, 100);
  page.characters = fields.integer("字数", page.characters, 1, 100);
  fields.finish();
}

void apply_text_style(const YamlNode& node, const std::string& name, TextStyle& text, Diagnostics& diagnostics) {
  PackFields fields(node, "文字“" + name + "”", diagnostics);
  text.font = read_font(fields, "字体", text.font, diagnostics);
  text.size = fields.measure("字号", text.size);
  text.line_pitch = fields.measure("行距", text.line_pitch);
  text.align = read_choice<TextAlign>(fields, "对齐",
                                      {{"两端", TextAlign::Justify},
                                       {"左", TextAlign::Left},
                                       {"中", TextAlign::Center},
                                       {"居中", TextAlign::Center},
                                       {"右", TextAlign::Right}},
                                      text.align, diagnostics);
  text.first_indent = fields.measure("首行缩进", text.first_indent);
  text.space_before = fields.measure("段前", text.space_before);
  text.space_after = fields.measure("段后", text.space_after);
  fields.finish();
}

void apply_table_style(const YamlNode& node, TableStyle& table, Diagnostics& diagnostics) {
  PackFields fields(node, "表的样式", diagnostics);
  table.font = read_font(fields, "字体", table.font, diagnostics);
  table.head_font = read_font(fields, "表头字体", table.head_font, diagnostics);
  table.size = fields.measure("字号", table.size);
  table.min_size = fields.measure("最小字号", table.min_size);
  table.line_pitch = fields.measure("行距", table.line_pitch);
  table.padding_x = fields.measure("左右边距", table.padding_x);
  table.padding_y = fields.measure("上下边距", table.padding_y);
  table.outer_rule = fields.measure("外框", table.outer_rule);
  table.inner_rule = fields.measure("内线", table.inner_rule);
  table.title_size = fields.measure("标题字号", table.title_size);
  table.title_font = read_font(fields, "标题字体", table.title_font, diagnostics);
  fields.finish();
}

}  // namespace

void apply_style(const YamlNode& root, Style& style, Diagnostics& diagnostics) {
  PackFields fields(root, "style.yaml ", diagnostics);
  if (const YamlNode* page = fields.take_map("页面")) apply_page(*page, style.page, diagnostics);
  if (const YamlNode* texts = fields.take_map("文字")) {
    PackFields known(*texts, "文字", diagnostics);
    for (auto& [name, text] : style.text) {
      if (const YamlNode* node = known.take_map(name)) apply_text_style(*node, name, text, diagnostics);
    }
    known.finish();
  }
  if (const YamlNode* table = fields.take_map("表")) apply_table_style(*table, style.table, diagnostics);
  if (const YamlNode* form = fields.take_map("表单")) apply_table_style(*form, style.form, diagnostics);
  fields.finish();
}

}  // namespace gongkai
