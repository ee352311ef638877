#include "layout/table_caption.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "layout/text_blocks.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

// In parts of the size.
constexpr double kTitlePitch = 1.45;
constexpr double kUnitPitch = 1.5;
constexpr double kUnitSize = 1.1;  // of the table's size
constexpr double kGap = 2.5;       // points between the unit line and the grid, and between the grid and its notes

/// "注：" or "说明：" before a note's text; nothing when it has none.
std::string label_of(const Runs& note) {
  static constexpr std::string_view kColon = "：";
  static constexpr std::size_t kLongestLabel = 9;  // bytes: three characters
  const std::string& text = note.front().text;
  const auto colon = text.find(kColon);
  return colon <= kLongestLabel ? text.substr(0, colon + kColon.size()) : std::string();
}

}  // namespace

AroundTable::AroundTable(LayoutContext& context, const Table& table, const TableStyle& style, double width) {
  compose_titles(context, table, style, width);
  compose_sides(context.composer, "", table.number, style, width);
  compose_sides(context.composer, table.unit_line, table.money_line, style, width);
  compose_notes(context, table, width);
  height_ = caption(false, kArtifact).height;
  continued_height_ = caption(true, kArtifact).height;
}

void AroundTable::compose_titles(LayoutContext& context, const Table& table, const TableStyle& style, double width) {
  if (table.title.empty()) return;
  const bool in_text = table.role == TableRole::InText;
  const TextStyle& caption = context.style().of("图题");
  TextSpec spec;
  spec.role = in_text ? caption.font : style.title_font;
  spec.size = in_text ? caption.size : style.title_size;
  spec.width = width;
  spec.align = TextAlign::Center;
  const auto composed = [&](const std::string& title) {
    return Text{compose_title(context.composer, Runs{{.text = title}}, spec), spec.size, spec.size * kTitlePitch};
  };
  title_ = composed(table.title);
  continued_title_ = composed(table.title + "（续）");
}

void AroundTable::compose_sides(LineComposer& composer, const std::string& left, const std::string& right,
                                const TableStyle& style, double width) {
  if (left.empty() && right.empty()) return;
  TextSpec spec;
  spec.role = style.font;
  spec.size = style.size * kUnitSize;
  const double pitch = spec.size * kUnitPitch;
  spec.align = TextAlign::Right;
  spec.width = width;
  Sides sides;
  sides.right = {composer.compose(right, spec), spec.size, pitch};
  spec.align = TextAlign::Left;
  // A long unit name wraps beside the money unit instead of running into it.
  spec.width = std::max(width - composer.measure(right, spec.role, spec.size) - spec.size, width / 2);
  sides.left = {composer.compose(left, spec), spec.size, pitch};
  sides_.push_back(std::move(sides));
}

void AroundTable::compose_notes(LayoutContext& context, const Table& table, double width) {
  const TextStyle& style = context.style().of("表注");
  const double pitch = line_pitch(context, style);
  double hang = 0;  // in characters, of what stands beside a label, as in 注：1.… 2.…
  for (const Runs& note : table.notes) {
    if (note.empty()) continue;
    if (notes_height_ <= 0) notes_height_ = kGap;
    TextSpec spec = text_spec(style, context.style().page, width);
    const std::string label = label_of(note);
    if (!label.empty()) hang = static_cast<double>(count_characters(label));
    spec.first_indent = label.empty() ? hang : 0;
    spec.rest_indent = hang;
    notes_.push_back({context.composer.compose(note, spec), style.size, pitch});
    for (std::size_t line = 0; line < notes_.back().text.lines.size(); ++line) notes_height_ += pitch;
  }
}

/// Lines at the foot of the strip.
void AroundTable::add_text(Strip& strip, const Text& text, StructureId structure) {
  for (const Line& line : text.text.lines) {
    add_line(strip.items, line, 0, strip.height + baseline_in_line(text.pitch, text.size), structure);
    strip.height += text.pitch;
  }
}

void AroundTable::add_sides(Strip& strip, const Sides& sides, StructureId structure) {
  const double top = strip.height;
  add_text(strip, sides.left, structure);
  Strip beside{.height = std::max(strip.height - sides.left.pitch, top)};
  add_text(beside, sides.right, structure);
  strip.items.insert(strip.items.end(), std::make_move_iterator(beside.items.begin()),
                     std::make_move_iterator(beside.items.end()));
  strip.height = std::max(strip.height, beside.height);
}

Strip AroundTable::caption(bool continued, StructureId structure) const {
  Strip strip;
  const StructureId owner = continued ? kArtifact : structure;
  add_text(strip, continued ? continued_title_ : title_, owner);
  for (const Sides& sides : sides_) add_sides(strip, sides, owner);
  if (strip.height > 0) strip.height += kGap;
  return strip;
}

Strip AroundTable::notes(LayoutContext& context) const {
  Strip strip;
  if (notes_.empty()) return strip;
  strip.height = kGap;
  for (const Text& note : notes_) add_text(strip, note, context.structure(StructureRole::Note));
  return strip;
}

}  // namespace gongkai
