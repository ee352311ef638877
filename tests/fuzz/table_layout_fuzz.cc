// Whole tables of random shape through layout: every cell's text on paper, nothing outside the text block.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/utf8.h"
#include "byte_source.h"
#include "frame_probe.h"
#include "layout/layout.h"
#include "layout_fonts.h"
#include "target.h"
#include "visible_text.h"

namespace gongkai::fuzz {
namespace {

/// A text on one line, as cells have it.
std::string cell_text(std::string_view bytes) {
  std::string out;
  for (const char32_t c : decode_utf8(bytes)) {
    if (classify(c) != TextClass::LineFeed && c != 0xFFFD) append_utf8(out, c);
  }
  return out;
}

class TableMaker {
 public:
  explicit TableMaker(ByteSource& bytes) : bytes_(bytes) {}

  Table make() {
    Table table;
    table.role = static_cast<TableRole>(bytes_.below(3));
    table.orientation = bytes_.below(2) == 0 ? Orientation::Portrait : Orientation::Landscape;
    table.number = "公开01表";
    table.title = "表";
    table.columns.resize(1 + bytes_.below(10));
    for (TableColumn& column : table.columns) {
      if (bytes_.below(4) == 0) column.width_mm = static_cast<double>(bytes_.below(80));
    }
    table.header_rows = static_cast<int>(bytes_.below(4));
    const std::size_t rows = static_cast<std::size_t>(table.header_rows) + bytes_.below(60);
    table.rows.assign(rows, std::vector<Cell>(table.columns.size()));
    table.row_keys.resize(rows);
    fill(table);
    for (std::size_t notes = bytes_.below(3); notes > 0; --notes) table.notes.push_back(text(60));
    return table;
  }

 private:
  Runs text(std::size_t longest) { return {{cell_text(bytes_.line(bytes_.below(longest + 1))), nullptr, {}}}; }

  void fill(Table& table) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        Cell& cell = table.rows[row][column];
        if (cell.covered) continue;
        cell.header = static_cast<int>(row) < table.header_rows;
        cell.kind = static_cast<CellKind>(bytes_.below(6));
        cell.align = static_cast<Align>(bytes_.below(4));
        cell.indent = static_cast<int>(bytes_.below(4));
        if (cell.kind != CellKind::Blank) cell.runs = text(bytes_.below(8) == 0 ? 200 : 24);
        if (bytes_.below(8) == 0) merge(table, row, column);
      }
    }
  }

  /// Spans stay in their part of the table (head or body) and never meet another cell's place.
  void merge(Table& table, std::size_t row, std::size_t column) {
    const auto head = static_cast<std::size_t>(table.header_rows);
    const std::size_t last_row = std::min(row + 1 + bytes_.below(6), row < head ? head : table.rows.size());
    const std::size_t last_column = std::min(column + 1 + bytes_.below(4), table.columns.size());
    for (std::size_t r = row; r < last_row; ++r) {
      for (std::size_t c = column; c < last_column; ++c) {
        if (table.rows[r][c].covered) return;
      }
    }
    for (std::size_t r = row; r < last_row; ++r) {
      for (std::size_t c = column; c < last_column; ++c) table.rows[r][c].covered = r != row || c != column;
    }
    table.rows[row][column].row_span = static_cast<int>(last_row - row);
    table.rows[row][column].col_span = static_cast<int>(last_column - column);
  }

  ByteSource& bytes_;
};

std::multiset<std::string> printed_texts(const Frames& frames) {
  std::map<StructureId, std::string> texts;
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && item.structure != kArtifact) texts[item.structure] += run->text;
    }
  }
  std::multiset<std::string> printed;
  for (const auto& [structure, text] : texts) printed.insert(visible_text(text));
  return printed;
}

void expect_whole(const Frames& frames, const Table& table, const PageMeasure& measure) {
  std::multiset<std::string> printed = printed_texts(frames);
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      const std::string text = visible_text(plain_text(cell.runs));
      if (cell.covered || text.empty()) continue;
      const auto found = printed.find(text);
      expect(found != printed.end(), "a cell is lost: " + text);
      printed.erase(found);
    }
  }
  const auto outside = outside_text_block(frames, measure);
  expect(outside.empty(), outside.empty() ? "" : "outside the text block: " + outside.front());
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  using namespace gongkai::fuzz;
  ByteSource bytes(data, size);
  Document document;
  document.style = Style::standard();
  const Table table = TableMaker(bytes).make();
  if (bytes.below(2) == 1) document.blocks.push_back({Paragraph{ParagraphKind::Body, {{"前文。", nullptr, {}}}}});
  document.blocks.push_back({table});
  Diagnostics diagnostics;
  layout_fonts().trim_cache();
  const auto frames = lay_out(document, layout_fonts(), diagnostics);
  expect(frames.has_value() != diagnostics.has_errors(), "laid out with errors, or refused without one");
  if (frames) expect_whole(*frames, table, document.style.page);
  return 0;
}
