// Frames: what layout makes and every backend reads. Positions in points from the page's top left corner.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gongkai {

struct Fact;

/// Index into Frames::faces.
using FaceId = std::uint32_t;

/// A font file actually used. Backends load it by path; layout never draws.
struct FontFace {
  std::string role;    ///< 仿宋
  std::string family;  ///< FandolFang
  std::string path;
  int index = 0;
  bool fallback = false;  ///< served a character its role's first family lacks
};

struct Glyph {
  std::uint32_t id = 0;
  double x = 0;  ///< absolute position of the origin on the page
  double y = 0;
};

/// A text cluster: `bytes` of the run's text drawn by `glyphs` glyphs, for text extraction.
struct Cluster {
  int bytes = 0;
  int glyphs = 0;
};

struct GlyphRun {
  FaceId face = 0;
  double size = 0;  ///< points
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  std::string text;  ///< UTF-8, logical order
  const Fact* fact = nullptr;
  bool turned = false;  ///< a quarter clockwise: the text runs down the page
};

/// A straight line, drawn centred on its path.
struct Rule {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double width = 0.5;
};

/// Fills legible in black and white.
enum class Pattern { Solid, Hatch, CrossHatch, Dots, Light, White };

struct Fill {
  double x = 0, y = 0, width = 0, height = 0;
  double gray = 0.9;  ///< 0 black … 1 white
  Pattern pattern = Pattern::Solid;
  double outline = 0;  ///< width of the outline in black; 0 none
};

struct PathPoint {
  enum class Kind { Move, Line, Curve, Close } kind = Kind::Move;
  double x = 0, y = 0;
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  ///< control points of a Curve
};

struct Path {
  std::vector<PathPoint> points;
  double stroke = 0;  ///< width in black; 0: no stroke
  bool fill = false;
  double gray = 0;
  Pattern pattern = Pattern::Solid;
};

/// A clickable area that goes to the destination of this name in the document.
struct Link {
  double x = 0, y = 0, width = 0, height = 0;
  std::string destination;
};

/// A named place, at which a link or an outline entry arrives.
struct Destination {
  std::string name;
  double x = 0, y = 0;
};

using ItemContent = std::variant<GlyphRun, Rule, Fill, Path, Link, Destination>;

/// Index into Frames::structure; -1 for artefacts (page numbers, rules, repeated heads).
using StructureId = std::int32_t;
inline constexpr StructureId kArtifact = -1;

struct Item {
  StructureId structure = kArtifact;
  ItemContent content;
};

enum class StructureRole {
  Document,
  Part,
  H1,
  H2,
  H3,
  H4,
  P,
  Title,
  Toc,
  TocItem,
  Table,
  Row,
  HeaderCell,
  DataCell,
  Figure,
  Caption,
  Note,
  Link
};

struct StructureNode {
  StructureRole role = StructureRole::P;
  StructureId parent = -1;  ///< -1 only for the Document node, which is node 0
  std::string alternative;  ///< Figure
  int row_span = 1;
  int col_span = 1;
  bool column_scope = true;  ///< of a HeaderCell: heads a column (else a row)
};

struct Page {
  double width = 0;
  double height = 0;
  std::string label;  ///< "1" as printed between the dashes; "" on the cover
  std::vector<Item> items;
};

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::string destination;
};

/// A laid-out document.
struct Frames {
  std::string title;
  std::string author;
  std::vector<FontFace> faces;
  std::vector<Page> pages;
  std::vector<StructureNode> structure;
  std::vector<OutlineEntry> outline;
};

/// The golden: every page, item by item, positions to 0.01 pt, glyph runs as their text.
std::string dump_text(const Frames& frames);

}  // namespace gongkai
