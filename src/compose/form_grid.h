// The grid of a form while its rows are added: spans, filling, merging.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace gongkai {

struct FormCell {
  Cell cell;
  bool merge_same = false;
  bool has_merge_key = false;
  std::string merge_key;
  int loop = 0;  ///< cells merge within one run of a loop
};

class FormGrid {
 public:
  FormGrid(std::size_t width, Diagnostics& diagnostics)
      : width_(width), diagnostics_(diagnostics), covered_below_(width) {}

  /// Sets cells from left to right where spans from above leave room; reports rows that do not fit (E0605).
  void add_row(std::vector<FormCell> cells, Span span);
  /// The finished rows, equal cells merged. A span that reaches below the last row is cut there.
  std::vector<std::vector<Cell>> take_rows();

 private:
  /// What a place needs to know to merge with the one above it.
  struct Place {
    bool merge_same = false;
    bool has_merge_key = false;
    std::string text;
    std::string merge_key;
    int loop = 0;
    std::size_t origin_row = 0;
  };

  bool has_room(std::size_t column, std::size_t width) const;
  void set_cell(FormCell&& cell, std::size_t column);
  bool merges(std::size_t row, std::size_t column, bool left_merged) const;
  void merge_row(std::size_t row);

  std::size_t width_;
  Diagnostics& diagnostics_;
  std::vector<int> covered_below_;  ///< for each column, how many rows a span from above still covers
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::vector<Place>> places_;
};

}  // namespace gongkai
