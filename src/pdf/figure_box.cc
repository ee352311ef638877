#include "pdf/figure_box.h"

#include <algorithm>

#include "layout/fonts.h"

namespace gongkai::pdf {
namespace {

/// What an item covers, counted downwards; `top` above `bottom`.
struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool empty = true;

  void add(double x, double y) {
    left = empty ? x : std::min(left, x);
    right = empty ? x : std::max(right, x);
    top = empty ? y : std::min(top, y);
    bottom = empty ? y : std::max(bottom, y);
    empty = false;
  }

  void cover(const GlyphRun& run) {
    for (const Glyph& glyph : run.glyphs) {
      add(glyph.x, glyph.y - kAscent * run.size);
      add(glyph.x + run.size, glyph.y + kDescent * run.size);
    }
  }
  void cover(const Rule& rule) {
    add(rule.x1, rule.y1);
    add(rule.x2, rule.y2);
  }
  void cover(const Fill& fill) {
    add(fill.x, fill.y);
    add(fill.x + fill.width, fill.y + fill.height);
  }
  void cover(const Path& path) {
    for (const PathPoint& point : path.points) {
      if (point.kind == PathPoint::Kind::Close) continue;
      add(point.x, point.y);
      if (point.kind != PathPoint::Kind::Curve) continue;
      add(point.x1, point.y1);
      add(point.x2, point.y2);
    }
  }
  void cover(const Link&) {}
  void cover(const Destination&) {}
};

/// The figure an item is part of; kArtifact when it is part of none.
StructureId figure_of(const Frames& frames, StructureId id) {
  for (; id >= 0; id = frames.structure[static_cast<std::size_t>(id)].parent) {
    if (frames.structure[static_cast<std::size_t>(id)].role == StructureRole::Figure) return id;
  }
  return kArtifact;
}

}  // namespace

std::map<StructureId, FigureBox> figure_boxes(const Frames& frames) {
  std::map<StructureId, FigureBox> boxes;
  for (const Page& page : frames.pages) {
    std::map<StructureId, Extent> extents;
    for (const Item& item : page.items) {
      const StructureId figure = figure_of(frames, item.structure);
      if (figure == kArtifact) continue;
      std::visit([&](const auto& content) { extents[figure].cover(content); }, item.content);
    }
    for (const auto& [figure, extent] : extents) {
      if (extent.empty) continue;
      boxes.emplace(figure,
                    FigureBox{extent.left, page.height - extent.bottom, extent.right, page.height - extent.top});
    }
  }
  return boxes;
}

}  // namespace gongkai::pdf
