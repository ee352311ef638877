#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "layout/frame.h"

namespace gongkai {
namespace {

/// A length to 0.01 pt, without the process locale.
std::string length(double value) {
  const auto hundredths = static_cast<std::int64_t>(value * 100 + (value < 0 ? -0.5 : 0.5));
  const std::int64_t size = std::abs(hundredths);
  const std::string cents = std::to_string(size % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

std::string point(double x, double y) {
  return length(x) + "," + length(y);
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view pattern_name(Pattern pattern) {
  switch (pattern) {
    case Pattern::Solid:
      return "solid";
    case Pattern::Hatch:
      return "hatch";
    case Pattern::CrossHatch:
      return "cross-hatch";
    case Pattern::Dots:
      return "dots";
    case Pattern::Light:
      return "light";
    case Pattern::White:
      return "white";
  }
  return "";
}

std::string_view role_name(StructureRole role) {
  constexpr std::string_view kNames[] = {"Document",   "Part",     "H1",     "H2",      "H3",    "H4",
                                         "P",          "Title",    "Toc",    "TocItem", "Table", "Row",
                                         "HeaderCell", "DataCell", "Figure", "Caption", "Note",  "Link"};
  return kNames[static_cast<std::size_t>(role)];
}

/// One line for each item, without its structure.
struct ItemLine {
  const Frames& frames;

  /// Text with its face, size and extent: where its first and last glyph stand.
  std::string operator()(const GlyphRun& run) const {
    const FontFace& face = frames.faces.at(run.face);
    std::string line = "text ";
    if (!run.glyphs.empty()) {
      line += point(run.glyphs.front().x, run.glyphs.front().y) + " .. " + length(run.glyphs.back().x) + " ";
    }
    return line + face.role + (face.fallback ? "/" + face.family : "") + " " + length(run.size) +
           (run.turned ? " turned" : "") + " |" + escape(run.text) + "|";
  }

  std::string operator()(const Rule& rule) const {
    return "rule " + point(rule.x1, rule.y1) + " .. " + point(rule.x2, rule.y2) + " width " + length(rule.width);
  }

  std::string operator()(const Fill& fill) const {
    return "fill " + point(fill.x, fill.y) + " size " + point(fill.width, fill.height) + " gray " + length(fill.gray) +
           " " + std::string(pattern_name(fill.pattern)) + " outline " + length(fill.outline);
  }

  std::string operator()(const Path& path) const {
    std::string line = "path stroke " + length(path.stroke) + (path.fill ? " fill " : " open ") + length(path.gray) +
                       " " + std::string(pattern_name(path.pattern));
    for (const PathPoint& at : path.points) {
      switch (at.kind) {
        case PathPoint::Kind::Move:
          line += " M" + point(at.x, at.y);
          break;
        case PathPoint::Kind::Line:
          line += " L" + point(at.x, at.y);
          break;
        case PathPoint::Kind::Curve:
          line += " C" + point(at.x1, at.y1) + " " + point(at.x2, at.y2) + " " + point(at.x, at.y);
          break;
        case PathPoint::Kind::Close:
          line += " Z";
          break;
      }
    }
    return line;
  }

  std::string operator()(const Link& link) const {
    return "link " + point(link.x, link.y) + " size " + point(link.width, link.height) + " -> " + link.destination;
  }

  std::string operator()(const Destination& destination) const {
    return "place " + point(destination.x, destination.y) + " " + destination.name;
  }
};

std::string structure_name(const Frames& frames, StructureId id) {
  if (id == kArtifact) {
    return "-";
  }
  const StructureNode& node = frames.structure.at(static_cast<std::size_t>(id));
  std::string name = std::string(role_name(node.role)) + "#" + std::to_string(id);
  if (node.row_span > 1 || node.col_span > 1) {
    name += "(" + std::to_string(node.row_span) + "x" + std::to_string(node.col_span) + ")";
  }
  return name;
}

}  // namespace

std::string dump_text(const Frames& frames) {
  std::string out = "title " + frames.title + "\nauthor " + frames.author + "\n";
  for (const OutlineEntry& entry : frames.outline) {
    out += "outline " + std::to_string(entry.level) + " " + entry.title + " -> " + entry.destination + "\n";
  }
  for (const StructureNode& node : frames.structure) {
    if (!node.alternative.empty()) {
      out += "figure " + node.alternative + "\n";
    }
  }
  std::size_t number = 0;
  for (const Page& page : frames.pages) {
    out += "page " + std::to_string(++number) + " [" + page.label + "] " + point(page.width, page.height) + "\n";
    for (const Item& item : page.items) {
      out += "  " + structure_name(frames, item.structure) + " " + std::visit(ItemLine{frames}, item.content) + "\n";
    }
  }
  return out;
}

}  // namespace gongkai
