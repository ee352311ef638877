// What stands above and below the grid of a table: title, number, unit lines; notes.
#pragma once

#include "layout/layout_context.h"
#include "layout/strip.h"
#include "layout/table_model.h"

namespace gongkai {

/// Lines above the grid in a strip of `width` points. `continued` adds （续） to the title and makes all of it an
/// artefact; else the title belongs to `structure` (a Caption).
Strip table_caption(LayoutContext& context, const Table& table, const TableStyle& style, double width, bool continued,
                    StructureId structure);

/// The notes, a strip of all their lines. They follow the table in the structure, as a table holds rows only.
Strip table_notes(LayoutContext& context, const Table& table, double width);

/// Heights of what a page gives to captions and notes. Points.
struct AroundTable {
  double caption = 0;
  double continued_caption = 0;
  double notes = 0;
};
AroundTable measure_around(LayoutContext& context, const Table& table, const TableStyle& style, double width);

}  // namespace gongkai
