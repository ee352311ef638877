#include "layout/draft_stamp.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <cmath>
#include <memory>
#include <string>

namespace gongkai {
namespace {

constexpr char32_t kCharacters[] = {U'草', U'稿'};
constexpr double kSize = 190;   // points
constexpr double kAngle = 0.8;  // radians, rising to the right
constexpr double kGray = 0.9;
const char* const kRole = "黑体";

using Library = std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)>;
using Face = std::unique_ptr<FT_FaceRec_, decltype(&FT_Done_Face)>;

/// Turns an outline in font units, y upwards, into a path on the page.
class OutlineTracer {
 public:
  /// `x`, `y`: of the glyph's origin; the outline is scaled and turned about it.
  OutlineTracer(double scale, double x, double y) : scale_(scale), x_(x), y_(y) {}

  Path trace(FT_Outline& outline) {
    FT_Outline_Funcs functions = {};
    functions.move_to = [](const FT_Vector* to, void* self) { return cast(self)->move_to(*to); };
    functions.line_to = [](const FT_Vector* to, void* self) { return cast(self)->line_to(*to); };
    functions.conic_to = [](const FT_Vector* control, const FT_Vector* to, void* self) {
      return cast(self)->conic_to(*control, *to);
    };
    functions.cubic_to = [](const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* self) {
      return cast(self)->cubic_to(*first, *second, *to);
    };
    FT_Outline_Decompose(&outline, &functions, this);
    close();
    path_.fill = true;
    path_.gray = kGray;
    return path_;
  }

 private:
  struct Point {
    double x = 0, y = 0;
  };

  static OutlineTracer* cast(void* self) { return static_cast<OutlineTracer*>(self); }

  Point placed(const FT_Vector& vector) const {
    const double x = static_cast<double>(vector.x) * scale_;
    const double y = static_cast<double>(vector.y) * scale_;
    const double cosine = std::cos(kAngle);
    const double sine = std::sin(kAngle);
    return {x_ + x * cosine - y * sine, y_ - x * sine - y * cosine};
  }

  void close() {
    if (!path_.points.empty()) path_.points.push_back({.kind = PathPoint::Kind::Close});
  }

  int move_to(const FT_Vector& to) {
    close();
    at_ = placed(to);
    path_.points.push_back({.kind = PathPoint::Kind::Move, .x = at_.x, .y = at_.y});
    return 0;
  }

  int line_to(const FT_Vector& to) {
    at_ = placed(to);
    path_.points.push_back({.kind = PathPoint::Kind::Line, .x = at_.x, .y = at_.y});
    return 0;
  }

  int curve(const Point& first, const Point& second, const Point& to) {
    path_.points.push_back({.kind = PathPoint::Kind::Curve,
                            .x = to.x,
                            .y = to.y,
                            .x1 = first.x,
                            .y1 = first.y,
                            .x2 = second.x,
                            .y2 = second.y});
    at_ = to;
    return 0;
  }

  int cubic_to(const FT_Vector& first, const FT_Vector& second, const FT_Vector& to) {
    return curve(placed(first), placed(second), placed(to));
  }

  /// A quadratic curve is the cubic one whose control points lie two thirds towards its own.
  int conic_to(const FT_Vector& control, const FT_Vector& to) {
    const Point middle = placed(control);
    const Point end = placed(to);
    const auto towards = [&](const Point& from) {
      return Point{from.x + (middle.x - from.x) * 2 / 3, from.y + (middle.y - from.y) * 2 / 3};
    };
    return curve(towards(at_), towards(end), end);
  }

  double scale_ = 1;
  double x_ = 0;
  double y_ = 0;
  Point at_;
  Path path_;
};

Face open(FT_Library library, const FontFace& font) {
  FT_Face raw = nullptr;
  if (FT_New_Face(library, font.path.c_str(), font.index, &raw) != 0) raw = nullptr;
  return Face(raw, FT_Done_Face);
}

}  // namespace

std::vector<Item> draft_stamp(LayoutContext& context, const PageArea& area) {
  FT_Library raw = nullptr;
  if (FT_Init_FreeType(&raw) != 0) return {};
  const Library library(raw, FT_Done_FreeType);
  std::vector<Item> items;
  // The text runs along a slanted line through the middle of the page, half a character above and below it.
  const double along = -static_cast<double>(std::size(kCharacters)) * kSize / 2;
  const double below = kSize * (kAscent - 0.5);
  double x = area.width / 2 + along * std::cos(kAngle) + below * std::sin(kAngle);
  double y = area.height / 2 - along * std::sin(kAngle) + below * std::cos(kAngle);
  for (const char32_t character : kCharacters) {
    const auto choice = context.composer.fonts().face_for(kRole, character);
    if (!choice) return {};
    const Face face = open(library.get(), context.composer.fonts().faces()[choice->face]);
    if (!face || FT_Load_Char(face.get(), character, FT_LOAD_NO_SCALE) != 0) return {};
    OutlineTracer tracer(kSize / face->units_per_EM, x, y);
    items.push_back({kArtifact, tracer.trace(face->glyph->outline)});
    x += kSize * std::cos(kAngle);
    y -= kSize * std::sin(kAngle);
  }
  return items;
}

}  // namespace gongkai
