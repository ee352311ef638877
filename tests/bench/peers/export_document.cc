// export_document PROGRAM_HOME YEAR_FILE FONTS: the composed document as JSON, for the programs it is timed beside.
// They get what gongkai's own layout gets: text, tables, styles; and its drawings of charts as shapes.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/disclosure.h"
#include "layout/fonts.h"
#include "layout/layout.h"
#include "layout/text_blocks.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const TextStyle& style) {
  static constexpr const char* kAligns[] = {"justify", "left", "center", "right"};
  return {{"font", style.font},           {"size", style.size},
          {"pitch", style.line_pitch},    {"align", kAligns[static_cast<std::size_t>(style.align)]},
          {"indent", style.first_indent}, {"before", style.space_before},
          {"after", style.space_after}};
}

Json to_json(const TableStyle& style) {
  return {{"font", style.font},
          {"head_font", style.head_font},
          {"size", style.size},
          {"pitch", style.line_pitch},
          {"padding_x", style.padding_x},
          {"padding_y", style.padding_y},
          {"outer_rule", style.outer_rule},
          {"inner_rule", style.inner_rule},
          {"title_font", style.title_font},
          {"title_size", style.title_size}};
}

Json to_json(const Cell& cell) {
  static constexpr const char* kAligns[] = {"left", "center", "right", "right"};
  return {{"text", plain_text(cell.runs)}, {"columns", cell.col_span},
          {"rows", cell.row_span},         {"align", kAligns[static_cast<std::size_t>(cell.align)]},
          {"head", cell.header},           {"bold", cell.bold},
          {"indent", cell.indent}};
}

/// What stands in a figure, relative to the top left corner of all of it.
class Drawing {
 public:
  void add(const ItemContent& content) {
    if (const auto* run = std::get_if<GlyphRun>(&content)) add_text(*run);
    if (const auto* rule = std::get_if<Rule>(&content)) {
      shapes_.push_back({{"points", Json::array({at("M", rule->x1, rule->y1), at("L", rule->x2, rule->y2)})},
                         {"stroke", rule->width},
                         {"gray", nullptr}});
    }
    if (const auto* fill = std::get_if<Fill>(&content)) {
      const double right = fill->x + fill->width;
      const double bottom = fill->y + fill->height;
      shapes_.push_back(
          {{"points", Json::array({at("M", fill->x, fill->y), at("L", right, fill->y), at("L", right, bottom),
                                   at("L", fill->x, bottom), Json::array({"Z"})})},
           {"stroke", fill->outline},
           {"gray", fill->gray}});
    }
    if (const auto* path = std::get_if<Path>(&content)) add_path(*path);
  }

  Json finished() const {
    return {{"left", left_},     {"top", top_},       {"right", right_},
            {"bottom", bottom_}, {"shapes", shapes_}, {"texts", texts_}};
  }

 private:
  void cover(double x, double y) {
    left_ = std::min(left_, x);
    right_ = std::max(right_, x);
    top_ = std::min(top_, y);
    bottom_ = std::max(bottom_, y);
  }

  Json at(const char* command, double x, double y) {
    cover(x, y);
    return Json::array({command, x, y});
  }

  void add_text(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const Glyph& first = run.glyphs.front();
    cover(first.x, first.y - run.size);
    cover(run.glyphs.back().x + run.size, first.y + run.size / 4);
    texts_.push_back({{"x", first.x}, {"y", first.y}, {"size", run.size}, {"text", run.text}});
  }

  void add_path(const Path& path) {
    Json points = Json::array();
    for (const PathPoint& point : path.points) {
      if (point.kind == PathPoint::Kind::Move) points.push_back(at("M", point.x, point.y));
      if (point.kind == PathPoint::Kind::Line) points.push_back(at("L", point.x, point.y));
      if (point.kind == PathPoint::Kind::Close) points.push_back(Json::array({"Z"}));
      if (point.kind == PathPoint::Kind::Curve) {
        cover(point.x, point.y);
        points.push_back(Json::array({"C", point.x1, point.y1, point.x2, point.y2, point.x, point.y}));
      }
    }
    shapes_.push_back(
        {{"points", points}, {"stroke", path.stroke}, {"gray", path.fill ? Json(path.gray) : Json(nullptr)}});
  }

  double left_ = std::numeric_limits<double>::max();
  double top_ = std::numeric_limits<double>::max();
  double right_ = std::numeric_limits<double>::lowest();
  double bottom_ = std::numeric_limits<double>::lowest();
  Json shapes_ = Json::array();
  Json texts_ = Json::array();
};

/// The drawings of the document's charts, in their order.
std::vector<Json> drawings_of(const Frames& frames) {
  std::vector<Json> drawings;
  for (std::size_t node = 0; node < frames.structure.size(); ++node) {
    if (frames.structure[node].role != StructureRole::Figure) continue;
    Drawing drawing;
    for (const Page& page : frames.pages) {
      for (const Item& item : page.items) {
        if (item.structure == static_cast<StructureId>(node)) drawing.add(item.content);
      }
    }
    drawings.push_back(drawing.finished());
  }
  return drawings;
}

const char* style_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Body:
      return "正文";
    case ParagraphKind::NumberedBody:
      return "编号正文";
    case ParagraphKind::Title:
      return "部分标题";
    case ParagraphKind::Subtitle:
    case ParagraphKind::Centered:
      return "居中";
    case ParagraphKind::Note:
    case ParagraphKind::TableNote:
      return "表注";
    case ParagraphKind::Caption:
      return "图题";
    case ParagraphKind::Signature:
      return "落款";
  }
  return "正文";
}

struct BlockWriter {
  std::vector<Json> drawings;
  std::size_t charts = 0;

  Json operator()(const Cover& cover) const {
    Json lines = Json::array();
    for (const Runs& line : cover.lines) lines.push_back(plain_text(line));
    return {{"kind", "cover"}, {"text", plain_text(cover.title)}, {"lines", lines}};
  }
  Json operator()(const Contents& contents) const {
    return {{"kind", "contents"}, {"text", contents.title}, {"max_level", contents.max_level}};
  }
  Json operator()(const Heading& heading) const {
    return {{"kind", "heading"},
            {"level", heading.level},
            {"text", plain_text(heading_runs(heading))},
            {"listed", heading.in_contents},
            {"new_page", heading.new_page}};
  }
  Json operator()(const Paragraph& paragraph) const {
    return {{"kind", "paragraph"}, {"style", style_name(paragraph.kind)}, {"text", plain_text(paragraph.runs)}};
  }
  Json operator()(const Table& table) const {
    Json rows = Json::array();
    for (const auto& row : table.rows) {
      Json cells = Json::array();
      for (const Cell& cell : row) {
        if (!cell.covered) cells.push_back(to_json(cell));
      }
      rows.push_back(cells);
    }
    Json notes = Json::array();
    for (const Runs& note : table.notes) notes.push_back(plain_text(note));
    Json widths = Json::array();
    for (const TableColumn& column : table.columns) widths.push_back(column.width_mm);
    return {{"kind", "table"},
            {"title", table.title},
            {"number", table.number},
            {"unit_line", table.unit_line},
            {"money_line", table.money_line},
            {"form", table.role == TableRole::Form},
            {"in_text", table.role == TableRole::InText},
            {"landscape", table.orientation == Orientation::Landscape},
            {"widths", widths},
            {"header_rows", table.header_rows},
            {"rows", rows},
            {"notes", notes}};
  }
  Json operator()(const Chart& chart) {
    return {{"kind", "chart"},
            {"text", chart.caption},
            {"alternative", chart.alternative},
            {"drawing", drawings.at(charts++)}};
  }
  Json operator()(const PageBreak&) const { return {{"kind", "page_break"}}; }
};

Json to_json(const Document& document, const Frames& frames) {
  const PageMeasure& page = document.style.page;
  Json styles;
  for (const auto& [name, style] : document.style.text) styles[name] = to_json(style);
  BlockWriter writer{drawings_of(frames)};
  Json blocks = Json::array();
  for (const Block& block : document.blocks) blocks.push_back(std::visit(writer, block.content));
  return {
      {"title", document.title},
      {"author", document.author},
      {"pages", frames.pages.size()},
      {"page",
       {{"top", page.top}, {"left", page.left}, {"right", page.right}, {"bottom", page.bottom}, {"lines", page.lines}}},
      {"styles", styles},
      {"table", to_json(document.style.table)},
      {"form", to_json(document.style.form)},
      {"blocks", blocks}};
}

int run(const std::string& home, const std::string& year_file, const std::string& font_folder) {
  const RealWorld world{home};
  PackShelf packs{world};
  const auto disclosure = prepare_disclosure(world, packs, year_file, Stage::Composed);
  Diagnostics diagnostics;
  const auto fonts = FontLibrary::open(font_folder, diagnostics);
  if (!disclosure->document || !fonts) {
    std::cerr << render_text(disclosure->diagnostics, disclosure->sources);
    return EXIT_FAILURE;
  }
  const auto frames = lay_out(*disclosure->document, *fonts, diagnostics);
  if (!frames) return EXIT_FAILURE;
  std::cout << to_json(*disclosure->document, *frames).dump() << "\n";
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace gongkai

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: export_document PROGRAM_HOME YEAR_FILE FONTS\n";
    return 2;
  }
  return gongkai::run(argv[1], argv[2], argv[3]);
}
