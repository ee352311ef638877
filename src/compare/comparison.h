// What changed between two disclosures of a unit.
#pragma once

#include <string>
#include <vector>

#include "compare/snapshot.h"

namespace gongkai {

/// An empty `before` (`after`) means it was not there before (is no longer).
struct FigureChange {
  std::string path;
  std::string before, after;
  std::string place_before, place_after;
};

struct FactChange {
  std::string name;
  std::string before, after;
  std::vector<std::string> because;  ///< the changed inputs, facts or typed values
};

struct CellChange {
  std::string table, row, column;
  std::string before, after;
  std::string page;  ///< where to look: in the new one, else in the old one
};

struct SentenceChange {
  std::string section;
  std::string before, after;
  std::string page_before, page_after;
};

struct PageChange {
  std::string before, after;  ///< names; one is empty for a page that came or went
};

struct Comparison {
  std::string unit;
  std::string year_before, year_after;
  std::vector<FigureChange> figures;
  std::vector<FactChange> facts;
  std::vector<CellChange> cells;
  std::vector<SentenceChange> sentences;
  std::vector<PageChange> pages;

  bool empty() const { return figures.empty() && facts.empty() && cells.empty() && sentences.empty() && pages.empty(); }
};

Comparison compare_snapshots(const Snapshot& before, const Snapshot& after);

/// For a terminal, for programs, and one page for a browser that needs nothing else.
std::string comparison_text(const Comparison& comparison);
std::string comparison_json(const Comparison& comparison);
std::string comparison_html(const Comparison& comparison);

}  // namespace gongkai
