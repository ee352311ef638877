#include "layout/page_furniture.h"

#include <cstddef>
#include <iterator>
#include <string>

#include "layout/draft_stamp.h"
#include "layout/strip.h"

namespace gongkai {
namespace {

constexpr double kDashBelowBlock = 7 * kPointsPerMm;
constexpr double kDashAboveBaseline = 0.38;  // of the size: where the stroke of an em dash lies

void add_number(LayoutContext& context, BuiltPage& built, std::size_t number) {
  const TextStyle& style = context.style().of("页码");
  TextSpec spec;
  spec.role = style.font;
  spec.size = style.size;
  spec.align = TextAlign::Left;
  const ComposedText text = context.composer.compose("— " + built.page.label + " —", spec);
  if (text.lines.empty()) return;
  const double inset = context.style().of("正文").size;
  const double x = number % 2 == 1 ? built.area.right() - inset - text.width : built.area.left + inset;
  const double baseline = built.area.bottom() + kDashBelowBlock + kDashAboveBaseline * style.size;
  add_line(built.page.items, text.lines.front(), x, baseline, kArtifact);
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
