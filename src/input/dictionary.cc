#include "input/dictionary.h"

#include <vector>

#include "input/schema.h"

namespace gongkai {
namespace {

constexpr std::string_view kPreface = R"(# 数据字典

本文由程序生成，与程序实际读入时用的是同一份定义。一个单位一个文件夹，里面写两种文件：

- `unit.yaml`：很少变的，如名称、性质、版式；
- `<年度>.yaml`：一年一份，如 `2024.yaml`。放着上年的账本（`2023.yaml`）时，上年的数全部从它来。

## 怎样写

- 每行一个“键: 值”，冒号用半角，后面空一格；下一级多缩进两格，不用制表符和全角空格。
- **一个数只写一处**：合计、小计、占比、增减、完成率、得分都由程序算出，写了会报错。
- 没有这一项就不写；确实为零写 `0`；写了键而值空着＝没有填，会报错。
- 年初预算、全年预算、上年的数没写＝不知道，程序不当作 0。
- 文字里可以用 `{事实名}` 引用算出的数，用 `{业务数据.名称}` 引用业务数据。
- 大括号 `{ }` 里各项用半角逗号隔开；含半角逗号、冒号、井号或以 `{`、`[` 开头的文字要加单引号。
- 空格后面的井号 `#` 和它以后的字是注释，不印出来（大括号外面也一样）；文字里要印“ #”，整段加单引号。
- 科目总按编码升序印出，与书写次序无关；其余按书写次序。

## 值的类型

| 类型 | 写法 |
|---|---|
| 金额 | `1234.5`。金额单位是元时最多两位小数，是万元时最多六位；不写千分位、单位、全角数字 |
| 金额项 | 一个金额，或 `{金额: 12, 附注键: …}` |
| 整数 | `12`，不小于 0 |
| 数 | `1188.57`，不是金额 |
| 百分数 | `80%` 或 `80` |
| 编码 | 3、5、7 位＝类、款、项；经济分类 3、5 位＝类、款 |
| 文字 | 一行，不写句末句号 |
| 长文 | 键后写 `\|`，文字从下一行起写，一行一段；或 `{文件: 附件/报告.txt}` |
| 是否 | `是`、`否` |
| 日期 | `2025-09-26` |
| 枚举 | 只能写列出的几种 |

“必填”一栏：**必填**＝缺了报错，*应填*＝缺了提醒。带 `<…>` 的键按实际填写；带 `[]` 的键是列表，下面各键写在每一项里。
)";

std::string_view need_word(Need need) {
  switch (need) {
    case Need::Required:
      return "**必填**";
    case Need::IfOwn:
      return "**必填**（由下属单位汇总的部门除外）";
    case Need::IfComplete:
      return "**必填**（仅作基数的文件、由下属单位汇总的部门除外）";
    case Need::Advised:
      return "*应填*";
    case Need::Optional:
      break;
  }
  return "";
}

/// A bare bar would end the table cell.
std::string escape_cell(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

std::string type_words(const Shape& shape) {
  std::string words(type_name(shape.type));
  if (shape.type == ValueType::Enum) words = join(shape.values, "／");
  if (shape.type == ValueType::List) words += "（" + type_words(shape.element.front()) + "）";
  for (const Shape& scalar : shape.scalar) {
    words += "，或" + (scalar.type == ValueType::Enum ? "“" + join(scalar.values, "”“") + "”" : type_words(scalar));
  }
  if (shape.type == ValueType::Map && !shape.shorthand.empty()) words += "，或只写“" + shape.shorthand + "”";
  return words;
}

void add_row(std::string& out, const std::string& path, const Shape& shape, Need need, std::string_view description) {
  out += "| `" + path + "` | " + escape_cell(type_words(shape)) + " | " + std::string(need_word(need)) + " | " +
         escape_cell(description) + " |\n";
}

void add_children(std::string& out, const std::string& path, const Shape& shape);

void add_field(std::string& out, const std::string& parent, const std::string& key, const Shape& shape, Need need,
               std::string_view description) {
  const std::string path = parent.empty() ? key : parent + "." + key;
  add_row(out, path, shape, need, description);
  add_children(out, path, shape);
}

/// The keys below a path, depth first; an amount item's own 金额 goes without saying.
void add_children(std::string& out, const std::string& path, const Shape& shape) {
  if (shape.type == ValueType::List) {
    add_children(out, path + "[]", shape.element.front());
    return;
  }
  for (const Field& field : shape.fields) {
    if (shape.type == ValueType::AmountItem && field.key == shape.shorthand) continue;
    add_field(out, path, field.key, field.shape, field.need, field.description);
  }
  for (const KeyPattern& pattern : shape.patterns) {
    if (!pattern.refusal.empty()) continue;
    add_field(out, path, "<" + pattern.placeholder + ">", pattern.shape, Need::Optional, pattern.description);
  }
}

void add_refusals(std::string& out, const Shape& shape) {
  if (shape.refusals.empty()) return;
  out += "\n不写在这里的：\n\n";
  for (const Refusal& refusal : shape.refusals) {
    out += "- `" + refusal.key + "`：" + refusal.reason + "。" + refusal.hint + "。\n";
  }
}

constexpr std::string_view kTableHead = "\n| 键 | 类型 | 必填 | 含义 |\n|---|---|---|---|\n";

bool has_children(const Shape& shape) {
  if (shape.type == ValueType::List) return has_children(shape.element.front());
  return !shape.fields.empty() || !shape.patterns.empty();
}

void add_section(std::string& out, const Field& field) {
  out += "\n### `" + field.key + "`\n\n" + field.description + "。";
  const std::string_view need = need_word(field.need);
  out += "类型：" + type_words(field.shape) + (need.empty() ? "" : "；" + std::string(need)) + "。\n";
  if (has_children(field.shape)) {
    out += kTableHead;
    add_children(out, "", field.shape);
  }
  add_refusals(out, field.shape);
  if (!field.example.empty()) out += "\n```yaml\n" + field.example + "```\n";
}

void add_file(std::string& out, std::string_view title, const Shape& shape) {
  out += "\n## " + std::string(title) + "\n" + std::string(kTableHead);
  for (const Field& field : shape.fields) {
    if (!has_children(field.shape)) add_row(out, field.key, field.shape, field.need, field.description);
  }
  add_refusals(out, shape);
  for (const Field& field : shape.fields) {
    if (has_children(field.shape)) add_section(out, field);
  }
}

/// `单位` repeats unit.yaml: named, not spelled out again.
Shape without_unit_keys(Shape year) {
  for (Field& field : year.fields) {
    if (field.key == "单位") field.shape.fields.clear();
    if (field.key == "单位") field.shape.refusals.clear();
  }
  return year;
}

}  // namespace

std::string data_dictionary_markdown() {
  std::string out(kPreface);
  add_file(out, "unit.yaml", unit_schema());
  add_file(out, "年度文件", without_unit_keys(year_schema()));
  out += "\n## 到处都不用写的\n\n下面这些由程序算出，写了会报错：";
  bool first = true;
  for (const Refusal& refusal : derived_keys()) {
    out += (first ? "" : "、") + refusal.key;
    first = false;
  }
  return out + "。\n";
}

}  // namespace gongkai
