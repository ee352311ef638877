// What the template files say, parsed once, with spans.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/source.h"
#include "document/document.h"
#include "expr/ast.h"

namespace gongkai {

/// A line of text with values in it: literal pieces and expressions in braces.
struct TextPiece {
  std::string literal;
  std::shared_ptr<const Expr> expr;  ///< set: a value; `literal` is then its source text
  std::string format;                ///< after "|"
  Span span;
};
struct TextTemplate {
  std::vector<TextPiece> pieces;
  Span span;
};

enum class NodeKind {
  Heading,    ///< "## 标题": level, text
  Paragraph,  ///< a line: text, paragraph kind
  Joined,     ///< @段 … @完: children's texts joined into one paragraph
  If,         ///< @如果 … @否则如果 … @否则 … @完: branches
  Each,       ///< @每个 列表 [作 名] [间隔 文] : children
  Table,      ///< @表 id
  Chart,      ///< @图 id
  Form,       ///< @表单 id
  LongText,   ///< @长文 事实名 [级 n]: an authored 长文; its headings start at level n
  Contents,   ///< @目录
  Cover,      ///< @封面
  PageBreak,  ///< @换页
  Block,      ///< @块 名 … @完: a part that a pack further down may replace
  Use         ///< @用 片段 参数…: replaced by the snippet's lines when the pack is loaded
};

struct TemplateNode;

struct Branch {
  std::shared_ptr<const Expr> condition;  ///< null: 否则
  std::vector<TemplateNode> children;
};

struct TemplateNode {
  NodeKind kind = NodeKind::Paragraph;
  Span span;
  int level = 0;
  bool new_page = false;
  ParagraphKind paragraph = ParagraphKind::Body;
  TextTemplate text;
  std::string id;                    ///< table, chart, form, block
  std::shared_ptr<const Expr> expr;  ///< list of Each, long text
  std::string variable;              ///< 作
  std::string separator;             ///< 间隔
  std::vector<std::shared_ptr<const Expr>> arguments;  ///< 用
  std::vector<TemplateNode> children;
  std::vector<Branch> branches;
};

/// @片段 名 参数… … @完: lines written once, used for many facts.
struct Snippet {
  std::string name;
  std::vector<std::string> parameters;
  Span span;
  std::vector<TemplateNode> children;
};

struct CoverTemplate {
  TextTemplate title;
  std::vector<TextTemplate> lines;
};

/// A cell of a table row: an expression for amounts and counts, a text with values for the rest.
struct CellTemplate {
  TextTemplate text;
  std::shared_ptr<const Expr> value;
  std::string format;
  int col_span = 1;
  int row_span = 1;
  bool merge_same = false;  ///< 合并同值: merged with equal neighbours above in the same loop
  TextTemplate merge_key;   ///< 合并同值: a text that must agree too; empty: the merged cells to the left must
  bool header = false;
  bool bold = false;                ///< 加粗
  int indent = 0;                   ///< 缩进
  std::vector<std::string> sum_of;  ///< 求和, of a cell of 末行: keys of rows
  std::string align;        ///< 左, 中, 右; "" by kind
  Span span;
};

struct ColumnTemplate {
  std::string key;
  std::vector<TextTemplate> head;    ///< 标题, from the top head row down
  CellKind kind = CellKind::Text;
  CellTemplate cell;                 ///< 取
  double width_mm = 0;
  bool indent_by_level = false;      ///< 按级次缩进
  std::vector<std::string> sum_of;   ///< 求和: keys of columns of the same row
  std::string format;
};

enum class RowKind { Fixed, Each, PadTo };

struct RowTemplate {
  RowKind kind = RowKind::Fixed;
  Span span;
  std::string key;                              ///< 键
  std::map<std::string, CellTemplate> cells;    ///< by column key; overrides the column's 取
  std::shared_ptr<const Expr> condition;        ///< 如果: the row appears only when it holds
  std::shared_ptr<const Expr> list;             ///< 逐行
  std::string variable;                         ///< 作
  int pad_to = 0;                               ///< 补至: blank rows until the panel has this many
  std::vector<std::string> sum_of;              ///< 求和: keys of rows of this panel, or of an Each row group
  bool total = false;                           ///< 合计: sum of the top-level rows of the Each group after it
  bool bold = false;
  int indent = 0;                               ///< 缩进 of the first text cell
  std::map<std::string, int> spans;             ///< 跨: columns spanned, by the column key where the span begins
};

/// Columns and rows of one side; most tables have one panel.
struct PanelTemplate {
  std::vector<ColumnTemplate> columns;
  std::vector<RowTemplate> rows;
};

struct TableTemplate {
  std::string id;
  Span span;
  TextTemplate number;
  TextTemplate title;
  TextTemplate sheet_name;
  TextTemplate unit_line;
  TextTemplate money_line;
  TableRole role = TableRole::Statistical;
  Orientation orientation = Orientation::Portrait;
  bool column_numbers = false;                       ///< 栏次
  std::vector<PanelTemplate> panels;                 ///< 并列
  std::vector<std::vector<CellTemplate>> last_rows;  ///< 末行: over all panels, cells with spans
  std::vector<TextTemplate> notes;                   ///< 注
  std::shared_ptr<const Expr> empty_when;            ///< 空表条件; default: the Each lists are empty and all amounts zero
  TextTemplate empty_sentence;                       ///< 空表
};

struct FormRowTemplate {
  Span span;
  std::shared_ptr<const Expr> list;       ///< 逐行
  std::string variable;
  std::shared_ptr<const Expr> condition;  ///< 如果
  std::vector<CellTemplate> cells;
  std::vector<FormRowTemplate> children;  ///< 行: rows nested in a loop
};

struct FormTemplate {
  std::string id;
  Span span;
  TextTemplate title;
  TextTemplate unit_line;
  TextTemplate money_line;
  Orientation orientation = Orientation::Portrait;
  std::vector<double> widths_mm;
  std::vector<FormRowTemplate> rows;
  std::vector<TextTemplate> notes;
};

struct ChartPointTemplate {
  TextTemplate label;
  std::shared_ptr<const Expr> value;
  std::shared_ptr<const Expr> share;
};

struct ChartTemplate {
  std::string id;
  Span span;
  ChartKind kind = ChartKind::Columns;
  TextTemplate caption;
  TextTemplate alternative;                   ///< before the points' own words
  std::string sheet_table;
  std::vector<ChartPointTemplate> points;     ///< fixed points, or
  std::shared_ptr<const Expr> list;           ///< 逐项 with `points` of one entry
  std::string variable;                       ///< 作
};

}  // namespace gongkai
