#include "facts/fact_manual.h"

#include <string_view>

#include "expr/parse.h"
#include "facts/definition.h"
#include "facts/functions.h"
#include "facts/suffixes.h"

namespace gongkai {
namespace {

constexpr std::string_view kColon = "：";

/// A cell of a Markdown table.
std::string cell(std::string text) {
  for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
  return text;
}

std::string row(std::initializer_list<std::string> cells) {
  std::string line = "|";
  for (const std::string& text : cells) line += " " + cell(text) + " |";
  return line + "\n";
}

class ManualWriter {
 public:
  ManualWriter(const FactCatalog& catalog, const PackOfSpan& pack_of) : catalog_(catalog), pack_of_(pack_of) {}

  std::string write(const std::string& title) {
    out_ = "# " + title +
           "\n\n名字里方括号是变量，可以换成它的任何一个值，也可以在循环里写成元素的字段，如 `支出.[资金].[编码]`、"
           "`支出.一般公共预算.208`。\n";
    variables();
    suffixes();
    functions();
    facts();
    lists();
    return std::move(out_);
  }

 private:
  void variables() {
    out_ += "\n## 变量\n\n| 变量 | 可以是 |\n|---|---|\n";
    for (const auto& [name, values] : catalog_.variables()) out_ += row({"[" + name + "]", values});
  }

  void suffixes() {
    out_ +=
        "\n## 后缀\n\n每个金额后面都可以接：\n\n| 后缀 | 类型 | 意思 |\n|---|---|---|\n"
        "| `.上年` `.年初预算` `.全年预算` | 金额 | 三个基数；不知道的不存在 |\n"
        "| `.较上年` `.较年初预算` `.较全年预算` | 变化 | 直接印出是完整的短语，如“增加2万元，增长3.4%”；部件见下 |\n"
        "| `.完成年初预算` `.完成全年预算` | 比率 | 基数为零时不存在；`.情形` 是 有比率、预算为零、均为零、无基数 |\n"
        "| `.占比` | 比率 | 占本表合计 |\n| `.占.〈事实名〉` | 比率 | 占另一个金额；分母为零时不存在 |\n"
        "| `.为零` | 是否 | 金额、计数、数都有 |\n\n"
        "变化后面可以接：\n\n| 部件 | 类型 | 意思 |\n|---|---|---|\n"
        "| `.差额` `.绝对额` | 金额 | 带正负号；不带 |\n| `.幅度` | 比率 | 不带正负号；基数为零时不存在 |\n"
        "| `.情形` | 文字 | 增加、减少、持平、均为零、由零增加、减至零、无基数 |\n"
        "| `.增减` `.升降` `.高低` | 文字 | 增加/减少；增长/下降；大于/小于 |\n"
        "| `.原因` | 文字 | 单位写的原因；没有写的不存在 |\n"
        "| `.驱动` | 列表 | 主要因素，字段：";
    const auto drivers = suffix_signature(FactType::Change, {}, "驱动");
    bool first = true;
    for (const auto& [name, signature] : *drivers->fields) {
      out_ += (first ? "" : "、") + name;
      first = false;
    }
    out_ += " |\n";
  }

  void functions() {
    out_ += "\n## 函数\n\n| 写法 | 意思 |\n|---|---|\n";
    for (const std::string& name : function_names()) {
      const std::string usage(find_function(name)->usage);
      const std::size_t colon = usage.find(kColon);
      out_ += row({"`" + usage.substr(0, colon) + "`", usage.substr(colon + kColon.size())});
    }
  }

  std::string origin(const Span& span) const {
    const std::string pack = pack_of_ ? pack_of_(span) : std::string();
    return pack.empty() ? std::string() : "（" + pack + "）";
  }

  void facts() {
    out_ += "\n## 事实\n\n| 名字 | 类型 | 意思 | 怎样算 |\n|---|---|---|---|\n";
    for (const auto& definition : catalog_.definitions()) {
      if (definition->list) continue;
      out_ += row({"`" + definition->name + "`", std::string(fact_type_name(definition->type)),
                   definition->meaning + origin(definition->span),
                   definition->expr ? to_words(*definition->expr) : std::string()});
    }
  }

  void fields(const ListDefinition& list, const std::string& indent) {
    for (const FieldDefinition& field : list.fields) {
      const FactType type = field.list ? FactType::List : field.type;
      out_ += indent + "- `" + field.name + "`（" + std::string(fact_type_name(type)) + "）" +
              (field.meaning.empty() ? "" : "：" + field.meaning) + "\n";
      if (field.list) fields(*field.list, indent + "  ");
    }
  }

  void lists() {
    out_ += "\n## 列表\n\n用在 `@每个`、`逐行` 和 计数、和、筛 等函数里。每个元素还有 `序号`。\n";
    for (const auto& definition : catalog_.definitions()) {
      if (!definition->list) continue;
      out_ += "\n### `" + definition->name + "`\n\n" + definition->meaning + origin(definition->span) + "\n\n";
      const ListDefinition& list = *definition->list;
      if (list.kind == ListKind::Expression && list.expr) out_ += "式：" + to_words(*list.expr) + "\n";
      fields(list, "");
    }
  }

  const FactCatalog& catalog_;
  const PackOfSpan& pack_of_;
  std::string out_;
};

}  // namespace

std::string fact_manual(const FactCatalog& catalog, const std::string& title, const PackOfSpan& pack_of) {
  return ManualWriter(catalog, pack_of).write(title);
}

}  // namespace gongkai
