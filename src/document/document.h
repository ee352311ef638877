// The composed document: what stands in it and in which order, before any position is known.
// Every run and cell that shows a value holds its fact.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/style.h"
#include "facts/fact.h"
#include "facts/print.h"

namespace gongkai {

/// A piece of text of one origin. `fact` is set when the text is a fact's printed value.
struct Run {
  std::string text;
  const Fact* fact = nullptr;
  Span source;  ///< template line or authored line
};
using Runs = std::vector<Run>;

std::string plain_text(const Runs& runs);

struct Heading {
  int level = 1;          ///< 1 = 第一部分, 2 = 一、, 3 = （一）, 4 = 1.
  std::string number;     ///< "第一部分", "一、", "（一）": already set; part of the printed line
  Runs runs;
  std::string anchor;     ///< unique in the document: link destination
  bool in_contents = false;
  bool new_page = false;
};

/// Paragraph kinds map to style.yaml entries.
enum class ParagraphKind { Body, NumberedBody, Title, Subtitle, Note, Caption, TableNote, Signature, Centered };

struct Paragraph {
  ParagraphKind kind = ParagraphKind::Body;
  Runs runs;
};

enum class CellKind { Text, Code, Amount, Count, LineNumber, Blank };
enum class Align { Left, Center, Right, Decimal };

struct CellAddress {
  int row = 0;     ///< index into Table::rows
  int column = 0;  ///< grid column
};

/// One cell of a grid. A covered position of a span holds a cell with `covered` set.
struct Cell {
  Runs runs;
  CellKind kind = CellKind::Text;
  Align align = Align::Left;
  int row_span = 1;
  int col_span = 1;
  bool covered = false;
  bool header = false;
  bool bold = false;
  int indent = 0;                     ///< levels of indentation
  const Fact* fact = nullptr;         ///< the value of an Amount or Count cell; also set when it prints blank
  std::vector<CellAddress> sum_of;    ///< the cells whose exact sum this one is; empty when none is stated
  Span source;
};

struct TableColumn {
  std::string key;      ///< 键, for explain and tests
  double width_mm = 0;  ///< 0: from the content
};

enum class Orientation { Portrait, Landscape };
enum class TableRole { Statistical, InText, Form };

struct Table {
  std::string id;            ///< "公开05" : file name of its definition
  std::string number;        ///< "公开05表"; "" in text
  std::string title;
  std::string sheet_name;    ///< "" when it does not go to the workbook
  std::string unit_line;     ///< "单位：××" left above the table
  std::string money_line;    ///< "金额单位：万元" right above the table
  TableRole role = TableRole::Statistical;
  Orientation orientation = Orientation::Portrait;
  std::vector<TableColumn> columns;
  int header_rows = 0;
  std::vector<std::vector<Cell>> rows;  ///< header rows first; every row has columns.size() cells
  std::vector<std::string> row_keys;    ///< one a row: code or label, for explain; "" in header rows
  std::vector<Runs> notes;              ///< 表注, then the sentence of an empty table
  std::string anchor;                   ///< link destination; "" when the heading before it serves
};

enum class ChartKind { Columns, Pie, Bars };

struct ChartPoint {
  std::string label;
  const Fact* fact = nullptr;   ///< an Amount
  const Fact* share = nullptr;  ///< a Ratio; Pie only
  std::string value_text;       ///< printed amount with its unit
  std::string share_text;       ///< printed share; may be empty
};

struct Chart {
  std::string id;
  ChartKind kind = ChartKind::Columns;
  std::string caption;       ///< "图1：收、支决算总计变动情况"
  std::string unit_text;     ///< "单位：万元"
  std::string alternative;   ///< text for those who cannot see it, made of the facts
  std::string sheet_table;   ///< id of the table whose sheet gets the native chart; "" for none
  std::vector<ChartPoint> points;
};

/// The 目录: filled by layout from the headings with in_contents.
struct Contents {
  std::string title = "目　录";
  int max_level = 2;
};

struct PageBreak {};

/// A page of its own with lines placed around its middle.
struct Cover {
  Runs title;
  std::vector<Runs> lines;  ///< below the title: unit, date
};

using BlockContent = std::variant<Cover, Contents, Heading, Paragraph, Table, Chart, PageBreak>;

struct Block {
  BlockContent content;
};

struct Document {
  std::string title;
  std::string author;      ///< the unit
  std::string file_name;   ///< without extension, already safe as a file name
  std::string workbook_name;
  int year = 0;
  bool draft = false;
  Style style;
  PrintStyle print;        ///< as used: the workbook and charts print with it too
  std::vector<Block> blocks;
};

}  // namespace gongkai
