#include "layout/cover.h"

#include <algorithm>
#include <utility>

#include "layout/text_blocks.h"

namespace gongkai {
namespace {

// In parts of the text block's height.
constexpr double kTitleMiddle = 0.32;
constexpr double kLinesTop = 0.74;
constexpr std::size_t kExtraLines = 1;  // there is room to break a title by its sense

/// Lines under each other from `top`.
double add_lines(LayoutContext& context, Strip& page, const Runs& runs, const TextStyle& style, double width,
                 double top, StructureId structure) {
  for (Strip& strip : text_strips(context, runs, style, width, structure, kExtraLines)) {
    move_items(strip.items, 0, top);
    page.items.insert(page.items.end(), strip.items.begin(), strip.items.end());
    top += strip.height;
  }
  return top;
}

}  // namespace

void place_cover(LayoutContext& context, PageBuilder& builder, const Cover& cover) {
  builder.end_page();
  builder.start_page(Orientation::Portrait, PageKind::Front);
  const PageArea area = builder.area();
  Strip page;
  page.height = area.text_height;
  const TextStyle& title_style = context.style().of("封面标题");
  const StructureId title = context.structure(StructureRole::Title);
  Strip measured;
  const double title_height = add_lines(context, measured, cover.title, title_style, area.text_width, 0, title);
  const double title_top = std::max(area.text_height * kTitleMiddle - title_height / 2, 0.0);
  move_items(measured.items, 0, title_top);
  page.items = std::move(measured.items);
  Strip lines;
  double height = 0;
  for (const Runs& line : cover.lines) {
    const StructureId node = context.structure(StructureRole::P);
    height = add_lines(context, lines, line, context.style().of("封面行"), area.text_width, height, node);
  }
  // A long name moves the lines up, towards the title.
  const double wanted = std::min(area.text_height * kLinesTop, area.text_height - height);
  const double top = std::max(wanted, title_top + title_height);
  move_items(lines.items, 0, top);
  page.items.insert(page.items.end(), lines.items.begin(), lines.items.end());
  if (top + height > area.text_height) {
    context.diagnostics.error("E0723", cover.title.empty() ? Span{} : cover.title.front().source,
                              "封面的内容一页放不下", "减少封面的行数或缩短标题");
  }
  builder.place(std::move(page));
  builder.end_page();
}

}  // namespace gongkai
