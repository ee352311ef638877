// A measured table as strips, one for each page it stands on.
#pragma once

#include <vector>

#include "layout/layout_context.h"
#include "layout/strip.h"
#include "layout/table_caption.h"
#include "layout/table_model.h"
#include "layout/table_paginate.h"
#include "layout/table_rows.h"
#include "layout/table_rules.h"

namespace gongkai {

/// Draws the parts of one table. Structure nodes are made once, so that a cell cut by a page end stays one cell.
class TableDrawer {
 public:
  /// `width`: of the text block, in which a narrower table is centred.
  TableDrawer(LayoutContext& context, const AroundTable& around, TableMeasurer& measurer, const MeasuredTable& measured,
              double width);

  /// All parts in order; empty ones give empty strips. E0722 for a merged cell whose text no part can hold.
  std::vector<Strip> draw(const std::vector<TablePart>& parts);

 private:
  void make_nodes();
  void write_texts(TableMeasurer& measurer);
  void align_decimals(std::size_t column);
  Strip draw_part(const TablePart& part, bool first, bool last);
  void draw_row_texts(Strip& strip, const std::vector<PlacedRow>& rows, std::size_t index, bool repeated);
  void draw_cell(Strip& strip, std::size_t row, std::size_t column, double top, double bottom, bool repeated);
  /// The lines of a merged cell that stand in a box of this height, the next of them; all when they fit.
  struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool again = false;  ///< shown before: an artefact
  };
  LineRange lines_for(std::size_t row, std::size_t column, double height);
  void report_lines_left();

  LayoutContext& context_;
  const AroundTable& around_;
  const MeasuredTable& measured_;
  SectionHeads heads_;
  double left_ = 0;
  StructureId node_ = kArtifact;
  StructureId caption_node_ = kArtifact;
  std::vector<std::vector<StructureId>> cell_nodes_;
  std::vector<std::vector<ComposedText>> texts_;
  std::vector<std::vector<std::size_t>> lines_drawn_;
  Strip notes_;
};

}  // namespace gongkai
