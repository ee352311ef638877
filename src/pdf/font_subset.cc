#include "pdf/font_subset.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

#include "pdf/cff_charset.h"

namespace gongkai::pdf {
namespace {

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using Face = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;
using Font = std::unique_ptr<hb_font_t, void (*)(hb_font_t*)>;
using Input = std::unique_ptr<hb_subset_input_t, void (*)(hb_subset_input_t*)>;
using Plan = std::unique_ptr<hb_subset_plan_t, void (*)(hb_subset_plan_t*)>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

/// What drawing needs. Positions are already decided and glyphs are asked for by index: the rest would only pull in
/// glyphs nobody draws, and a character map of thirty thousand entries takes longer to read than all glyphs to cut.
constexpr std::array kDrawing = {kCff,
                                 HB_TAG('g', 'l', 'y', 'f'),
                                 HB_TAG('l', 'o', 'c', 'a'),
                                 HB_TAG('h', 'e', 'a', 'd'),
                                 HB_TAG('h', 'h', 'e', 'a'),
                                 HB_TAG('h', 'm', 't', 'x'),
                                 HB_TAG('m', 'a', 'x', 'p'),
                                 HB_TAG('c', 'v', 't', ' '),
                                 HB_TAG('f', 'p', 'g', 'm'),
                                 HB_TAG('p', 'r', 'e', 'p')};

hb_blob_t* drawing_table(hb_face_t*, hb_tag_t tag, void* whole) {
  const bool wanted = std::find(kDrawing.begin(), kDrawing.end(), tag) != kDrawing.end();
  return wanted ? hb_face_reference_table(static_cast<hb_face_t*>(whole), tag) : nullptr;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned int length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return data == nullptr ? std::string() : std::string(data, length);
}

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  const Blob blob(hb_face_reference_table(face, tag), hb_blob_destroy);
  return bytes_of(blob.get());
}

Input subset_input(const std::set<std::uint32_t>& glyphs) {
  Input input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
  if (!input) return input;
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  return input;
}

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> buffer{};
  unsigned int size = buffer.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, buffer.data());
  std::string name;
  for (const char c : std::string_view(buffer.data())) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-') name += c;
  }
  return name.empty() ? "Font" : name;
}

int thousandths(double units, unsigned int per_em) {
  return static_cast<int>(std::lround(units * 1000 / per_em));
}

/// The box of all glyphs from the head table, and the line's extents.
void read_extents(hb_face_t* face, hb_font_t* font, FontSubset& subset) {
  const unsigned int per_em = hb_face_get_upem(face);
  const std::string head = table_of(face, HB_TAG('h', 'e', 'a', 'd'));
  for (std::size_t i = 0; i < 4 && head.size() >= 44; ++i) {
    const auto high = static_cast<unsigned char>(head[36 + 2 * i]);
    const auto low = static_cast<unsigned char>(head[37 + 2 * i]);
    subset.box[i] = thousandths(static_cast<std::int16_t>(high << 8U | low), per_em);
  }
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  subset.ascent = thousandths(extents.ascender, per_em);
  subset.descent = thousandths(extents.descender, per_em);
}

/// hb-subset keeps the CIDs of a CID-keyed font, so codes come from the cut font's charset, not from its indices.
bool read_codes(hb_subset_plan_t* plan, hb_face_t* face, hb_font_t* font, const std::set<std::uint32_t>& glyphs,
                FontSubset& subset) {
  std::optional<std::vector<std::uint32_t>> cids;
  if (subset.cff) cids = read_cids(subset.program);
  if (subset.cff && !cids) return false;
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan);
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t index = hb_map_get(mapping, glyph);
    if (index == HB_MAP_VALUE_INVALID || (cids && index >= cids->size())) return false;
    const int width = thousandths(hb_font_get_glyph_h_advance(font, glyph), hb_face_get_upem(face));
    subset.glyphs[glyph] = {cids ? (*cids)[index] : index, width};
  }
  return true;
}

}  // namespace

std::optional<FontSubset> subset_font(const std::string& path, int index, const std::set<std::uint32_t>& glyphs) {
  const Blob file(hb_blob_create_from_file_or_fail(path.c_str()), hb_blob_destroy);
  if (!file || static_cast<int>(hb_face_count(file.get())) <= index) return std::nullopt;
  const Face face(hb_face_create(file.get(), static_cast<unsigned int>(index)), hb_face_destroy);
  const Font font(hb_font_create(face.get()), hb_font_destroy);
  const Input input = subset_input(glyphs);
  if (!input || hb_face_get_glyph_count(face.get()) == 0) return std::nullopt;
  const Face drawing(hb_face_create_for_tables(drawing_table, face.get(), nullptr), hb_face_destroy);
  const Plan plan(hb_subset_plan_create_or_fail(drawing.get(), input.get()), hb_subset_plan_destroy);
  if (!plan) return std::nullopt;
  const Face cut(hb_subset_plan_execute_or_fail(plan.get()), hb_face_destroy);
  if (!cut) return std::nullopt;
  FontSubset subset;
  subset.name = postscript_name(face.get());
  subset.program = table_of(cut.get(), kCff);
  subset.cff = !subset.program.empty();
  if (!subset.cff) {
    const Blob whole(hb_face_reference_blob(cut.get()), hb_blob_destroy);
    subset.program = bytes_of(whole.get());
  }
  read_extents(face.get(), font.get(), subset);
  if (!read_codes(plan.get(), face.get(), font.get(), glyphs, subset)) return std::nullopt;
  return subset;
}

}  // namespace gongkai::pdf
