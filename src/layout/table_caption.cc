#include "layout/table_caption.h"

#include <algorithm>
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

/// Adds centred or aligned lines at the foot of the strip.
void add_text(Strip& strip, const ComposedText& text, double pitch, double size, StructureId structure) {
  for (const Line& line : text.lines) {
    add_line(strip.items, line, 0, strip.height + baseline_in_line(pitch, size), structure);
    strip.height += pitch;
  }
}

void add_title(LayoutContext& context, Strip& strip, const Table& table, const TableStyle& style, double width,
               bool continued, StructureId structure) {
  if (table.title.empty()) return;
  const bool in_text = table.role == TableRole::InText;
  const TextStyle& caption = context.style().of("图题");
  TextSpec spec;
  spec.role = in_text ? caption.font : style.title_font;
  spec.size = in_text ? caption.size : style.title_size;
  spec.width = width;
  spec.align = TextAlign::Center;
  const Runs runs = {{.text = continued ? table.title + "（续）" : table.title}};
  const ComposedText text = compose_title(context.composer, runs, spec);
  add_text(strip, text, spec.size * kTitlePitch, spec.size, continued ? kArtifact : structure);
}

/// A line with one text at the left and one at the right.
void add_sides(LayoutContext& context, Strip& strip, const std::string& left, const std::string& right,
               const TableStyle& style, double width, StructureId structure) {
  if (left.empty() && right.empty()) return;
  TextSpec spec;
  spec.role = style.font;
  spec.size = style.size * kUnitSize;
  const double pitch = spec.size * kUnitPitch;
  spec.align = TextAlign::Right;
  spec.width = width;
  const ComposedText end = context.composer.compose(right, spec);
  spec.align = TextAlign::Left;
  // A long unit name wraps beside the money unit instead of running into it.
  spec.width = std::max(width - context.composer.measure(right, spec.role, spec.size) - spec.size, width / 2);
  const ComposedText start = context.composer.compose(left, spec);
  const double top = strip.height;
  add_text(strip, start, pitch, spec.size, structure);
  Strip beside{.height = std::max(strip.height - pitch, top)};
  add_text(beside, end, pitch, spec.size, structure);
  strip.items.insert(strip.items.end(), beside.items.begin(), beside.items.end());
  strip.height = std::max(strip.height, beside.height);
}

}  // namespace

Strip table_caption(LayoutContext& context, const Table& table, const TableStyle& style, double width, bool continued,
                    StructureId structure) {
  Strip strip;
  add_title(context, strip, table, style, width, continued, structure);
  const StructureId owner = continued ? kArtifact : structure;
  add_sides(context, strip, "", table.number, style, width, owner);
  add_sides(context, strip, table.unit_line, table.money_line, style, width, owner);
  if (strip.height > 0) strip.height += kGap;
  return strip;
}

/// "注：" or "说明：" before a note's text; nothing when it has none.
std::string label_of(const Runs& note) {
  static constexpr std::string_view kColon = "：";
  static constexpr std::size_t kLongestLabel = 9;  // bytes: three characters
  const std::string& text = note.front().text;
  const auto colon = text.find(kColon);
  return colon <= kLongestLabel ? text.substr(0, colon + kColon.size()) : std::string();
}

Strip table_notes(LayoutContext& context, const Table& table, double width) {
  Strip strip;
  const TextStyle& style = context.style().of("表注");
  const double pitch = line_pitch(context, style);
  double hang = 0;  // in characters, of what stands beside a label, as in 注：1.… 2.…
  for (const Runs& note : table.notes) {
    if (note.empty()) continue;
    if (strip.height <= 0) strip.height = kGap;
    TextSpec spec = text_spec(style, context.style().page, width);
    const std::string label = label_of(note);
    if (!label.empty()) hang = static_cast<double>(decode_utf8(label).size());
    spec.first_indent = label.empty() ? hang : 0;
    spec.rest_indent = hang;
    const ComposedText text = context.composer.compose(note, spec);
    add_text(strip, text, pitch, style.size, context.structure(StructureRole::Note));
  }
  return strip;
}

AroundTable measure_around(LayoutContext& context, const Table& table, const TableStyle& style, double width) {
  // On frames of no use afterwards: measuring leaves no nodes in the document's structure.
  Frames scratch;
  LayoutContext measuring{context.document, context.composer, context.diagnostics, scratch};
  return {.caption = table_caption(measuring, table, style, width, false, kArtifact).height,
          .continued_caption = table_caption(measuring, table, style, width, true, kArtifact).height,
          .notes = table_notes(measuring, table, width).height};
}

}  // namespace gongkai
