#include "pack/pack_settings.h"

#include <array>
#include <utility>

#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

void apply_text(PackFields& fields, std::string_view key, TextTemplate& target, Diagnostics& diagnostics) {
  if (const YamlNode* node = fields.take(key)) target = parse_text_template(*node, diagnostics);
}

void apply_numbers(const YamlNode& node, PrintStyle& print, Diagnostics& diagnostics) {
  PackFields fields(node, "数字", diagnostics);
  NumberStyle& numbers = print.numbers;
  numbers.prose_amount.thousands = fields.flag("正文千分位", numbers.prose_amount.thousands);
  numbers.prose_amount.decimals = fields.integer("正文小数", numbers.prose_amount.decimals, 0, 6);
  numbers.prose_amount.trim_zeros = fields.flag("正文去零", numbers.prose_amount.trim_zeros);
  numbers.percent.decimals = fields.integer("百分数小数", numbers.percent.decimals, 0, 4);
  numbers.percent.trim_zeros = fields.flag("百分数去零", numbers.percent.trim_zeros);
  numbers.table_amount.thousands = fields.flag("表千分位", numbers.table_amount.thousands);
  numbers.table_amount.decimals = fields.integer("表小数", numbers.table_amount.decimals, 0, 6);
  numbers.table_zero_blank =
      read_choice<bool>(fields, "表零值", {{"空白", true}, {"零", false}}, numbers.table_zero_blank, diagnostics);
  print.date_format = fields.text("日期", print.date_format);
  fields.finish();
}

void apply_wording(const YamlNode& node, ChangeWording& wording, Diagnostics& diagnostics) {
  constexpr std::array<ChangeCase, 7> kCases = {ChangeCase::Increase, ChangeCase::Decrease, ChangeCase::Flat,
                                                ChangeCase::BothZero, ChangeCase::FromZero, ChangeCase::ToZero,
                                                ChangeCase::NoBase};
  PackFields fields(node, "措辞", diagnostics);
  for (const ChangeCase change : kCases) {
    const std::string phrase = fields.text(change_case_name(change));
    if (!phrase.empty()) wording.phrases[change] = phrase;
  }
  fields.finish();
}

/// The first value of an option is its default.
void apply_options(const YamlNode& node, Pack& pack, Diagnostics& diagnostics) {
  PackFields fields(node, "选项", diagnostics);
  for (const YamlEntry& child : node.entries) {
    std::vector<std::string> values = fields.texts(child.key);
    if (values.empty()) {
      diagnostics.error("E0527", child.value.span, "选项“" + child.key + "”要列出可选的值，第一个是缺省");
      continue;
    }
    pack.options[child.key] = values.front();
    pack.option_values[child.key] = std::move(values);
  }
}

void apply_cover(const YamlNode& node, CoverTemplate& cover, Diagnostics& diagnostics) {
  PackFields fields(node, "封面", diagnostics);
  apply_text(fields, "标题", cover.title, diagnostics);
  if (fields.take("行") != nullptr) cover.lines = fields.text_templates("行");
  fields.finish();
}

}  // namespace

void apply_settings(const YamlNode& root, Pack& pack, Diagnostics& diagnostics) {
  PackFields fields(root, "pack.yaml ", diagnostics);
  fields.require("名称");
  pack.title = fields.text("名称", pack.title);
  for (const std::string_view read_elsewhere : {"继承", "适用年度", "表序"}) fields.take(read_elsewhere);
  if (const YamlNode* numbers = fields.take_map("数字")) apply_numbers(*numbers, pack.print, diagnostics);
  if (const YamlNode* wording = fields.take_map("措辞")) apply_wording(*wording, pack.print.wording, diagnostics);
  if (fields.take("编号") != nullptr) pack.heading_numbers = fields.texts("编号");
  pack.contents_level = fields.integer("目录级次", pack.contents_level, 1, 4);
  apply_text(fields, "标题", pack.title_line, diagnostics);
  apply_text(fields, "文件名", pack.file_name, diagnostics);
  apply_text(fields, "工作簿名", pack.workbook_name, diagnostics);
  if (const YamlNode* cover = fields.take_map("封面")) apply_cover(*cover, pack.cover, diagnostics);
  if (const YamlNode* options = fields.take_map("选项")) apply_options(*options, pack, diagnostics);
  fields.finish();
}

}  // namespace gongkai
