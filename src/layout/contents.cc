#include "layout/contents.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "layout/text_blocks.h"

namespace gongkai {
namespace {

constexpr double kLeaderStep = 0.4;  // of the size: distance of the leader dots
constexpr double kLeaderGap = 0.5;   // of the size: free space on either side of the leaders
constexpr double kNumberRoom = 3;    // characters kept for page numbers: entries wrap before them

/// Full-width blanks as two narrow ones: readers that extract text take a gap of a whole character beside aligned
/// entries for the space between two columns, and tear 目 from 录.
Runs with_narrow_blanks(Runs runs) {
  static constexpr std::string_view kWide = "　";
  for (Run& run : runs) {
    for (auto at = run.text.find(kWide); at != std::string::npos; at = run.text.find(kWide, at)) {
      run.text.replace(at, kWide.size(), "  ");
    }
  }
  return runs;
}

class EntrySetter {
 public:
  EntrySetter(LayoutContext& context, double width, StructureId toc) : context_(context), width_(width), toc_(toc) {}

  std::vector<Strip> set(const Heading& heading, const std::string& page) {
    const TextStyle& style = context_.style().of(heading.level <= 1 ? "目录一级" : "目录二级");
    const StructureId item = context_.structure(StructureRole::TocItem, toc_);
    const StructureId link = context_.structure(StructureRole::Link, item);
    TextStyle plain = style;
    plain.align = TextAlign::Left;
    TextSpec spec = text_spec(plain, context_.style().page, width_ - kNumberRoom * style.size);
    spec.pitch = 0;
    spec.rest_indent = spec.first_indent + 1;
    if (heading.level > 2) spec.first_indent += 2 * (heading.level - 2);
    const ComposedText text = context_.composer.compose(with_narrow_blanks(heading_runs(heading)), spec);
    const double pitch = line_pitch(context_, style);
    std::vector<Strip> strips;
    for (const Line& line : text.lines) {
      Strip strip{.height = pitch};
      strip.items.push_back({link, Link{0, 0, width_, pitch, heading.anchor}});
      add_line(strip.items, line, 0, baseline_in_line(pitch, style.size), link);
      strip.keep_with_next = &line != &text.lines.back();
      strips.push_back(std::move(strip));
    }
    if (!strips.empty()) add_number(strips.back(), text.lines.back(), page, style, pitch, link);
    return strips;
  }

 private:
  /// The number at the right edge, and dots from the text to it on a grid all entries share.
  void add_number(Strip& strip, const Line& line, const std::string& page, const TextStyle& style, double pitch,
                  StructureId link) {
    const double baseline = baseline_in_line(pitch, style.size);
    TextSpec spec;
    spec.role = context_.style().of("目录二级").font;
    spec.size = style.size;
    spec.align = TextAlign::Right;
    spec.width = width_;
    const ComposedText number = context_.composer.compose(page, spec);
    if (number.lines.empty()) return;
    add_leaders(strip, line.x + line.width + kLeaderGap * style.size, number.lines.front().x - kLeaderGap * style.size,
                baseline, spec);
    add_line(strip.items, number.lines.front(), 0, baseline, link);
  }

  void add_leaders(Strip& strip, double from, double to, double baseline, TextSpec spec) {
    spec.align = TextAlign::Left;
    spec.width = 0;
    const ComposedText dot = context_.composer.compose(".", spec);
    const double step = context_.style().of("目录二级").size * kLeaderStep;
    if (dot.lines.empty() || dot.lines.front().runs.empty()) return;
    GlyphRun leaders = dot.lines.front().runs.front();
    const Glyph glyph = leaders.glyphs.front();
    const Cluster cluster = leaders.clusters.front();
    leaders.glyphs.clear();
    leaders.clusters.clear();
    leaders.text.clear();
    // Counted from the right edge: whatever the text's length, dots stand under dots.
    auto count = static_cast<long>(std::floor((width_ - from) / step));
    for (; width_ - static_cast<double>(count) * step + dot.width <= to; --count) {
      leaders.glyphs.push_back({glyph.id, width_ - static_cast<double>(count) * step, baseline});
      leaders.clusters.push_back(cluster);
      leaders.text += ".";
    }
    if (!leaders.glyphs.empty()) strip.items.push_back({kArtifact, std::move(leaders)});
  }

  LayoutContext& context_;
  double width_ = 0;
  StructureId toc_ = 0;
};

std::vector<const Heading*> listed_headings(const Document& document, int max_level) {
  std::vector<const Heading*> headings;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading != nullptr && heading->in_contents && heading->level <= max_level) headings.push_back(heading);
  }
  return headings;
}

}  // namespace

DestinationPages destination_pages(const std::vector<BuiltPage>& pages) {
  DestinationPages result;
  for (const BuiltPage& built : pages) {
    for (const Item& item : built.page.items) {
      if (const auto* destination = std::get_if<Destination>(&item.content)) {
        result.emplace(destination->name, built.page.label);
      }
    }
  }
  return result;
}

std::vector<BuiltPage> lay_out_contents(LayoutContext& context, const Contents& contents,
                                        const DestinationPages& destinations, StructureId structure) {
  PageBuilder builder(context.style().page, context.grid_pitch(), PageKind::Front);
  builder.start_page(Orientation::Portrait, PageKind::Front);
  const double width = builder.area().text_width;
  const Runs title = with_narrow_blanks({{.text = contents.title}});
  const StructureId title_node = context.structure(StructureRole::Title, structure);
  for (Strip& strip : text_strips(context, title, context.style().of("目录标题"), width, title_node)) {
    builder.add(std::move(strip));
  }
  EntrySetter setter(context, width, structure);
  for (const Heading* heading : listed_headings(context.document, contents.max_level)) {
    const auto found = destinations.find(heading->anchor);
    if (found == destinations.end()) {
      context.diagnostics.error("E0724", {}, "目录里的“" + plain_text(heading_runs(*heading)) + "”没有对应的页",
                                "检查版式包里这个标题的锚点");
      continue;
    }
    for (Strip& strip : setter.set(*heading, found->second)) builder.add(std::move(strip));
  }
  return builder.take_pages();
}

}  // namespace gongkai
