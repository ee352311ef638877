#include "smooth_font.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <memory>
#include <string_view>

#include "cff_charstrings.h"
#include "charstring.h"
#include "curve_fit.h"

namespace gongkai::smooth {
namespace {

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using Face = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;
using Font = std::unique_ptr<hb_font_t, void (*)(hb_font_t*)>;
using Draw = std::unique_ptr<hb_draw_funcs_t, void (*)(hb_draw_funcs_t*)>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned int length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

/// Where HarfBuzz draws a glyph.
struct Sheet {
  Outline outline;
  Point pen;

  static Sheet& of(void* data) { return *static_cast<Sheet*>(data); }
  void add(const Segment& segment) {
    outline.back().push_back(segment);
    pen = segment.end();
  }
};

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  Sheet::of(data).outline.emplace_back();
  Sheet::of(data).pen = {x, y};
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  const Point from = Sheet::of(data).pen;
  const Point to{x, y};
  Sheet::of(data).add({{from, from, to, to}, true});
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
  Sheet::of(data).add({{Sheet::of(data).pen, Point{x1, y1}, Point{x2, y2}, Point{x, y}}, false});
}

Draw draw_functions() {
  Draw functions(hb_draw_funcs_create(), hb_draw_funcs_destroy);
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
  return functions;
}

/// The last line back to the start is implied.
void drop_closing_line(Contour& contour) {
  if (contour.size() < 2 || !contour.back().line) return;
  const Point& first = contour.front().start();
  const Point& last = contour.back().end();
  if (first.x == last.x && first.y == last.y) contour.pop_back();
}

std::optional<std::string> smooth_cff(hb_face_t* face, std::string_view cff, double tolerance) {
  const Font font(hb_font_create(face), hb_font_destroy);
  const Draw functions = draw_functions();
  return replace_charstrings(cff, [&](unsigned glyph, std::string_view charstring) {
    Sheet sheet;
    hb_font_get_glyph_shape(font.get(), glyph, functions.get(), &sheet);
    for (Contour& contour : sheet.outline) {
      contour = simplify(contour, tolerance);
      drop_closing_line(contour);
    }
    return encode_charstring(leading_width(charstring), sheet.outline);
  });
}

/// A font file of the face's tables, its outlines exchanged.
std::string with_outlines(hb_face_t* face, const std::string& cff) {
  const Face builder(hb_face_builder_create(), hb_face_destroy);
  std::array<hb_tag_t, 64> tags{};
  unsigned int count = tags.size();
  hb_face_get_table_tags(face, 0, &count, tags.data());
  for (unsigned int i = 0; i < count; ++i) {
    const auto length = static_cast<unsigned int>(cff.size());
    const Blob table(tags[i] == kCff ? hb_blob_create(cff.data(), length, HB_MEMORY_MODE_READONLY, nullptr, nullptr)
                                     : hb_face_reference_table(face, tags[i]),
                     hb_blob_destroy);
    hb_face_builder_add_table(builder.get(), tags[i], table.get());
  }
  const Blob whole(hb_face_reference_blob(builder.get()), hb_blob_destroy);
  return std::string(bytes_of(whole.get()));
}

}  // namespace

std::optional<std::string> smooth_font(const std::string& path, double tolerance) {
  const Blob file(hb_blob_create_from_file_or_fail(path.c_str()), hb_blob_destroy);
  if (!file) return std::nullopt;
  const Face face(hb_face_create(file.get(), 0), hb_face_destroy);
  const Blob table(hb_face_reference_table(face.get(), kCff), hb_blob_destroy);
  const auto cff = smooth_cff(face.get(), bytes_of(table.get()), tolerance);
  if (!cff) return std::nullopt;
  return with_outlines(face.get(), *cff);
}

}  // namespace gongkai::smooth
