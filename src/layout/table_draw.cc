#include "layout/table_draw.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gongkai {
namespace {

constexpr double kTolerance = 0.01;  // points

/// The heads, if any, and the rows of a part, under each other. A later part shows the heads of its section too.
std::vector<PlacedRow> place_rows(const MeasuredTable& measured, const SectionHeads& heads, const TablePart& part,
                                  double top) {
  std::vector<PlacedRow> rows;
  const auto add = [&](std::size_t row) {
    rows.push_back({row, top, top + measured.row_heights[row]});
    top = rows.back().bottom;
  };
  for (std::size_t row = 0; row < measured.header_rows(); ++row) add(row);
  const std::size_t begin = measured.header_rows() + part.begin;
  if (part.begin > 0 && part.begin < part.end) {
    if (heads[begin]) add(*heads[begin]);
  }
  for (std::size_t row = part.begin; row < part.end; ++row) add(measured.header_rows() + row);
  return rows;
}

}  // namespace

TableDrawer::TableDrawer(LayoutContext& context, const AroundTable& around, TableMeasurer& measurer,
                         const MeasuredTable& measured, double width)
    : context_(context),
      around_(around),
      measured_(measured),
      heads_(section_heads(measured)),
      left_((width - measured.width()) / 2) {
  make_nodes();
  write_texts(measurer);
  notes_ = around_.notes(context_);
}

void TableDrawer::make_nodes() {
  const Table& table = *measured_.table;
  node_ = context_.structure(StructureRole::Table);
  caption_node_ = context_.structure(StructureRole::Caption, node_);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const StructureId row_node = context_.structure(StructureRole::Row, node_);
    std::vector<StructureId> nodes(table.columns.size(), kArtifact);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Cell& cell = table.rows[row][column];
      if (cell.covered) continue;
      nodes[column] = context_.structure(cell.header ? StructureRole::HeaderCell : StructureRole::DataCell, row_node);
      StructureNode& node = context_.frames.structure.back();
      node.row_span = static_cast<int>(row_end(table, row, column) - row);
      node.col_span = static_cast<int>(column_end(table, row, column) - column);
      node.column_scope = row < measured_.header_rows();
    }
    cell_nodes_.push_back(std::move(nodes));
  }
  lines_drawn_.assign(table.rows.size(), std::vector<std::size_t>(table.columns.size(), 0));
}

void TableDrawer::write_texts(TableMeasurer& measurer) {
  const std::size_t columns = measured_.table->columns.size();
  texts_.resize(measured_.table->rows.size());
  for (std::size_t row = 0; row < texts_.size(); ++row) {
    texts_[row].reserve(columns);
    for (std::size_t column = 0; column < columns; ++column) {
      texts_[row].push_back(measurer.write(row, column, measured_.cell(row, column)));
    }
  }
  for (std::size_t column = 0; column < columns; ++column) align_decimals(column);
}

/// Decimal points of a column stand under each other, whatever the faces and the number of decimals.
void TableDrawer::align_decimals(std::size_t column) {
  struct Tail {
    Line* line = nullptr;
    double width = 0;  ///< from the decimal point on
  };
  std::vector<Tail> tails;
  double longest = 0;
  for (std::size_t row = measured_.header_rows(); row < texts_.size(); ++row) {
    const Cell& cell = measured_.table->rows[row][column];
    ComposedText& text = texts_[row][column];
    if (cell.header || cell.align != Align::Decimal || text.lines.size() != 1) continue;
    Line& line = text.lines.front();
    tails.push_back({&line, line.x + line.width - decimal_x(line)});
    longest = std::max(longest, tails.back().width);
  }
  for (const Tail& tail : tails) {
    const double shift = std::min(longest - tail.width, tail.line->x);
    tail.line->x -= shift;
    for (GlyphRun& run : tail.line->runs) {
      for (Glyph& glyph : run.glyphs) glyph.x -= shift;
    }
  }
}

std::vector<Strip> TableDrawer::draw(const std::vector<TablePart>& parts) {
  std::vector<Strip> strips;
  bool first = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    const bool skipped = parts[i].begin == parts[i].end && !last;
    strips.push_back(skipped ? Strip{} : draw_part(parts[i], first, last));
    first = first && skipped;
  }
  report_lines_left();
  return strips;
}

Strip TableDrawer::draw_part(const TablePart& part, bool first, bool last) {
  Strip strip = around_.caption(!first, caption_node_);
  if (first && !measured_.table->anchor.empty()) {
    strip.items.insert(strip.items.begin(), {node_, Destination{measured_.table->anchor, 0, 0}});
  }
  const bool notes_only = !first && part.begin == part.end;
  if (!notes_only) {
    const std::vector<PlacedRow> rows = place_rows(measured_, heads_, part, strip.height);
    add_rules(strip.items, measured_, rows, left_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      draw_row_texts(strip, rows, i, !first && rows[i].row < measured_.header_rows() + part.begin);
    }
    if (!rows.empty()) strip.height = rows.back().bottom;
  }
  if (last && notes_.height > 0) {
    move_items(notes_.items, 0, strip.height);
    strip.height += notes_.height;
    strip.items.insert(strip.items.end(), std::make_move_iterator(notes_.items.begin()),
                       std::make_move_iterator(notes_.items.end()));
  }
  return strip;
}

/// A cell is drawn with the first of its rows on the page.
void TableDrawer::draw_row_texts(Strip& strip, const std::vector<PlacedRow>& rows, std::size_t index, bool repeated) {
  const auto& owners = (*measured_.owners)[rows[index].row];
  for (std::size_t column = 0; column < owners.size(); ++column) {
    const CellOwner owner = owners[column];
    if (owner.column != column) continue;
    if (index > 0 && measured_.owner(rows[index - 1].row, column) == owner) continue;
    std::size_t end = index + 1;
    while (end < rows.size() && measured_.owner(rows[end].row, column) == owner) ++end;
    draw_cell(strip, owner.row, column, rows[index].top, rows[end - 1].bottom, repeated);
  }
}

TableDrawer::LineRange TableDrawer::lines_for(std::size_t row, std::size_t column, double height) {
  const MeasuredCell& cell = measured_.cell(row, column);
  const double pitch = measured_.line_pitch(cell);
  const std::size_t count = cell.line_count();
  std::size_t& drawn = lines_drawn_[row][column];
  if (drawn == count) {
    // Continued on this page: its text once more for those who read here, where there is room for it.
    const bool fits = measured_.text_height(cell) <= height + kTolerance;
    return {0, fits ? count : 0, true};
  }
  const double room = std::max(height - 2 * measured_.setting.padding_y, pitch);
  const auto capacity = static_cast<std::size_t>((room + kTolerance) / pitch);
  const LineRange range{drawn, std::min(count, drawn + capacity), false};
  drawn = range.end;
  return range;
}

void TableDrawer::draw_cell(Strip& strip, std::size_t row, std::size_t column, double top, double bottom,
                            bool repeated) {
  const std::vector<Line>& lines = texts_[row][column].lines;
  if (lines.empty()) return;
  const MeasuredCell& cell = measured_.cell(row, column);
  const double pitch = measured_.line_pitch(cell);
  const LineRange range = lines_for(row, column, bottom - top);
  const double height = static_cast<double>(range.end - range.begin) * pitch;
  const double x = left_ + measured_.column_edge(column) + measured_.style->padding_x + cell.indent;
  double y = top + (bottom - top - height) / 2;
  const StructureId structure = repeated || range.again ? kArtifact : cell_nodes_[row][column];
  for (std::size_t i = range.begin; i < range.end; ++i) {
    add_line(strip.items, lines[i], x, y + baseline_in_line(pitch, cell.spec.size), structure);
    y += pitch;
  }
}

void TableDrawer::report_lines_left() {
  for (std::size_t row = 0; row < texts_.size(); ++row) {
    for (std::size_t column = 0; column < texts_[row].size(); ++column) {
      if (lines_drawn_[row][column] == texts_[row][column].lines.size()) continue;
      Diagnostic& problem = context_.diagnostics.error(
          "E0722", measured_.table->rows[row][column].source,
          describe_cell(*measured_.table, row, column) + " 被分到两页，内容放不下", "缩短内容，或把它分成几行");
      problem.group = measured_.table->number;
    }
  }
}

}  // namespace gongkai
