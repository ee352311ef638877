#include "layout/strip.h"

#include <type_traits>
#include <utility>

namespace gongkai {
namespace {

void move_path(Path& path, double dx, double dy) {
  for (PathPoint& point : path.points) {
    point.x += dx;
    point.x1 += dx;
    point.x2 += dx;
    point.y += dy;
    point.y1 += dy;
    point.y2 += dy;
  }
}

void move_rule(Rule& rule, double dx, double dy) {
  rule.x1 += dx;
  rule.x2 += dx;
  rule.y1 += dy;
  rule.y2 += dy;
}

}  // namespace

void move_item(Item& item, double dx, double dy) {
  std::visit(
      [&](auto& content) {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, GlyphRun>) {
          for (Glyph& glyph : content.glyphs) {
            glyph.x += dx;
            glyph.y += dy;
          }
        } else if constexpr (std::is_same_v<Content, Rule>) {
          move_rule(content, dx, dy);
        } else if constexpr (std::is_same_v<Content, Path>) {
          move_path(content, dx, dy);
        } else {
          content.x += dx;
          content.y += dy;
        }
      },
      item.content);
}

void move_items(std::vector<Item>& items, double dx, double dy) {
  for (Item& item : items) move_item(item, dx, dy);
}

void add_line(std::vector<Item>& items, Line line, double x, double baseline, StructureId structure) {
  for (GlyphRun& run : line.runs) {
    for (Glyph& glyph : run.glyphs) {
      glyph.x += x;
      glyph.y += baseline;
    }
    items.push_back({structure, std::move(run)});
  }
}

}  // namespace gongkai
