// Everything a disclosure says, as plain text: what is compared between two of them, and what a build keeps of itself.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gongkai {

/// A value somebody typed.
struct SnapFigure {
  std::string path;   ///< 支出.一般公共预算.2080101.基本支出
  std::string text;   ///< as printed: 1132.06万元
  std::string place;  ///< 文件:行, the file below the unit's folder
};

/// A figure that was computed.
struct SnapFact {
  std::string name;
  std::string text;
  std::vector<std::string> inputs;  ///< names of figures and paths of typed values it was computed from
};

/// A cell of a table, or a label of a chart.
struct SnapCell {
  std::string table;  ///< 公开05表 一般公共预算财政拨款支出决算表
  std::string row;
  std::string column;
  std::string text;
  int page = 0;  ///< index into Snapshot::pages; -1 when it is drawn nowhere
};

struct SnapSentence {
  std::string section;  ///< the nearest heading above
  std::string text;
  int page = 0;       ///< where it begins
  int last_page = 0;  ///< where it ends
};

struct SnapPage {
  std::string label;   ///< as printed; "" on the cover and the 目录
  std::string digest;  ///< of its text without the page number
};

/// In the order of the document. Deterministic.
struct Snapshot {
  std::string unit;
  std::string year;
  std::vector<SnapFigure> figures;
  std::vector<SnapFact> facts;
  std::vector<SnapCell> cells;
  std::vector<SnapSentence> sentences;
  std::vector<SnapPage> pages;  ///< empty when nothing was laid out
};

/// "第9页（PDF 第11页）": a page by its printed label ("" when it has none) and its index.
std::string page_name(const std::string& label, std::size_t index);

/// The same for an index into `pages`; "" when there is none.
std::string page_name(const std::vector<SnapPage>& pages, int index);

/// The page of a sentence, or both when it runs over to the next.
std::string page_name(const std::vector<SnapPage>& pages, const SnapSentence& sentence);

}  // namespace gongkai
