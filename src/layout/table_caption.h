// What stands above and below the grid of a table: title, number, unit lines; notes.
#pragma once

#include <string>
#include <vector>

#include "layout/layout_context.h"
#include "layout/strip.h"
#include "layout/table_model.h"

namespace gongkai {

/// Composed once, placed on every page the table stands on.
class AroundTable {
 public:
  /// `width` of the strips, in points.
  AroundTable(LayoutContext& context, const Table& table, const TableStyle& style, double width);

  /// The lines above the grid. `continued` adds （续） to the title and makes all of it an artefact; else the title
  /// belongs to `structure` (a Caption).
  Strip caption(bool continued, StructureId structure) const;
  double caption_height(bool continued) const { return continued ? continued_height_ : height_; }

  /// The notes, a strip of all their lines. They follow the table in the structure, as a table holds rows only.
  Strip notes(LayoutContext& context) const;
  double notes_height() const { return notes_height_; }

 private:
  /// Lines of one size. Points.
  struct Text {
    ComposedText text;
    double size = 0;
    double pitch = 0;
  };
  /// A line with one text at the left and one at the right.
  struct Sides {
    Text left;
    Text right;
  };

  void compose_titles(LayoutContext& context, const Table& table, const TableStyle& style, double width);
  void compose_sides(LineComposer& composer, const std::string& left, const std::string& right, const TableStyle& style,
                     double width);
  void compose_notes(LayoutContext& context, const Table& table, double width);
  static void add_text(Strip& strip, const Text& text, StructureId structure);
  static void add_sides(Strip& strip, const Sides& sides, StructureId structure);

  Text title_;
  Text continued_title_;
  std::vector<Sides> sides_;
  std::vector<Text> notes_;
  double height_ = 0;
  double continued_height_ = 0;
  double notes_height_ = 0;
};

}  // namespace gongkai
