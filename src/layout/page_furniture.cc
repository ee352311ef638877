#include "layout/page_furniture.h"

#include <cstddef>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "layout/draft_stamp.h"
#include "layout/strip.h"

namespace gongkai {
namespace {

constexpr double kDashBelowBlock = 7 * kPointsPerMm;
constexpr double kDashAboveBaseline = 0.38;  // of the size: where the stroke of an em dash lies

/// Where things on the upright sheet are when it is turned clockwise to read a landscape page.
void turn_with_sheet(std::vector<Item>& items, const PageArea& sheet) {
  for (Item& item : items) {
    auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) continue;
    run->turned = true;
    for (Glyph& glyph : run->glyphs) glyph = {glyph.id, sheet.height - glyph.y, glyph.x};
  }
}

void add_number(LayoutContext& context, BuiltPage& built, std::size_t number) {
  const TextStyle& style = context.style().of("页码");
  TextSpec spec;
  spec.role = style.font;
  spec.size = style.size;
  spec.align = TextAlign::Left;
  const ComposedText text = context.composer.compose("— " + built.page.label + " —", spec);
  if (text.lines.empty()) return;
  const double inset = context.style().of("正文").size;
  const PageArea sheet = page_area(context.style().page, Orientation::Portrait);
  const double x = number % 2 == 1 ? sheet.right() - inset - text.width : sheet.left + inset;
  const double baseline = sheet.bottom() + kDashBelowBlock + kDashAboveBaseline * style.size;
  std::vector<Item> items;
  add_line(items, text.lines.front(), x, baseline, kArtifact);
  if (built.area.width > built.area.height) turn_with_sheet(items, sheet);
  built.page.items.reserve(built.page.items.size() + items.size());  // the last of the page: no room for more
  built.page.items.insert(built.page.items.end(), std::make_move_iterator(items.begin()),
                          std::make_move_iterator(items.end()));
}

}  // namespace

void label_pages(std::vector<BuiltPage>& pages) {
  std::size_t number = 0;
  for (BuiltPage& built : pages) {
    if (built.kind == PageKind::Body) built.page.label = std::to_string(++number);
  }
}

void furnish_pages(LayoutContext& context, std::vector<BuiltPage>& pages) {
  std::size_t number = 0;
  for (BuiltPage& built : pages) {
    if (context.document.draft) {
      // Under the text, which stays legible.
      std::vector<Item> stamp = draft_stamp(context, built.area);
      built.page.items.insert(built.page.items.begin(), std::make_move_iterator(stamp.begin()),
                              std::make_move_iterator(stamp.end()));
    }
    if (built.kind == PageKind::Body) add_number(context, built, ++number);
  }
}

}  // namespace gongkai
