#include "pack/pack_settings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/money.h"
#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

void apply_text(PackFields& fields, std::string_view key, TextTemplate& target, Diagnostics& diagnostics) {
  if (const YamlNode* node = fields.take(key)) target = parse_text_template(*node, diagnostics);
}

/// Reports what stands in braces and is none of the marks that are replaced; and when none of them is there at all.
void check_marks(const YamlNode& node, const std::vector<std::string>& marks, bool one_needed,
                 Diagnostics& diagnostics) {
  std::string known;
  for (const std::string& mark : marks) known += (known.empty() ? "{" : "、{") + mark + "}";
  bool found = false;
  for (auto open = node.text.find('{'); open != std::string::npos; open = node.text.find('{', open + 1)) {
    const std::size_t close = std::min(node.text.find('}', open), node.text.size());
    const std::string mark = node.text.substr(open + 1, close - open - 1);
    found = true;
    if (std::ranges::find(marks, mark) != marks.end()) continue;
    diagnostics.error("E0534", node.span, "这里没有“{" + mark + "}”可用", "可用的是 " + known);
  }
  if (found || !one_needed) return;
  diagnostics.error("E0534", node.span, "“" + node.text + "”里没有要换成值的地方", "写上 " + known + " 中的一个");
}

void check_heading_numbers(const YamlNode& node, Diagnostics& diagnostics) {
  for (const YamlEntry& level : node.entries) check_marks(level.value, {"中文", "数"}, true, diagnostics);
}

void check_years(const YamlNode& node, Diagnostics& diagnostics) {
  const bool two = node.kind == YamlKind::List && node.entries.size() == 2;
  const auto first = two ? parse_decimal(node.entries[0].value.text) : std::nullopt;
  const auto last = two ? parse_decimal(node.entries[1].value.text) : std::nullopt;
  if (first && last && first->scale == 0 && last->scale == 0 && first->units <= last->units) return;
  diagnostics.error("E0527", node.span, "“适用年度”要写首年和末年", "如 [2022, 2035]");
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
  if (const YamlNode* date = fields.take("日期")) check_marks(*date, {"年", "月", "日"}, true, diagnostics);
  print.date_format = fields.text("日期", print.date_format);
  fields.finish();
}

void apply_wording(const YamlNode& node, ChangeWording& wording, Diagnostics& diagnostics) {
  constexpr std::array<ChangeCase, 7> kCases = {ChangeCase::Increase, ChangeCase::Decrease, ChangeCase::Flat,
                                                ChangeCase::BothZero, ChangeCase::FromZero, ChangeCase::ToZero,
                                                ChangeCase::NoBase};
  PackFields fields(node, "措辞", diagnostics);
  for (const ChangeCase change : kCases) {
    const std::string_view name = change_case_name(change);
    if (const YamlNode* written = fields.take(name))
      check_marks(*written, {"绝对额", "幅度", "基数"}, false, diagnostics);
    const std::string phrase = fields.text(name);
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
  for (const std::string_view read_elsewhere : {"继承", "表序"}) fields.take(read_elsewhere);
  if (const YamlNode* years = fields.take("适用年度")) check_years(*years, diagnostics);
  if (const YamlNode* numbers = fields.take_map("数字")) apply_numbers(*numbers, pack.print, diagnostics);
  if (const YamlNode* wording = fields.take_map("措辞")) apply_wording(*wording, pack.print.wording, diagnostics);
  if (const YamlNode* numbers = fields.take_list("编号")) {
    check_heading_numbers(*numbers, diagnostics);
    pack.heading_numbers = fields.texts("编号");
  }
  pack.contents_level = fields.integer("目录级次", pack.contents_level, 1, 4);
  apply_text(fields, "标题", pack.title_line, diagnostics);
  apply_text(fields, "文件名", pack.file_name, diagnostics);
  apply_text(fields, "工作簿名", pack.workbook_name, diagnostics);
  if (const YamlNode* cover = fields.take_map("封面")) apply_cover(*cover, pack.cover, diagnostics);
  if (const YamlNode* options = fields.take_map("选项")) apply_options(*options, pack, diagnostics);
  fields.finish();
}

}  // namespace gongkai
