#include "pdf/harfbuzz_subset.h"

#include <hb-subset.h>

#include <algorithm>
#include <array>
#include <memory>

#include "pdf/cff_charset.h"
#include "pdf/hb_handles.h"

namespace gongkai::pdf {
namespace {

using Input = std::unique_ptr<hb_subset_input_t, void (*)(hb_subset_input_t*)>;
using Plan = std::unique_ptr<hb_subset_plan_t, void (*)(hb_subset_plan_t*)>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f');

/// What drawing needs. Positions are already decided and glyphs are asked for by index: the rest would only pull in
/// glyphs nobody draws, and a character map of thirty thousand entries takes longer to read than all glyphs to cut.
constexpr std::array kDrawing = {kCff,
                                 kGlyf,
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

Input subset_input(const std::vector<std::uint32_t>& glyphs) {
  Input input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
  if (!input) return input;
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  return input;
}

/// hb-subset keeps the CIDs of a CID-keyed font, so codes come from the cut font's charset, not from its indices.
bool read_codes(hb_subset_plan_t* plan, const std::vector<std::uint32_t>& glyphs, CutProgram& cut) {
  std::optional<std::vector<std::uint32_t>> cids;
  if (cut.cff) cids = read_cids(cut.program);
  if (cut.cff && !cids) return false;
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan);
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t index = hb_map_get(mapping, glyph);
    if (index == HB_MAP_VALUE_INVALID || (cids && index >= cids->size())) return false;
    cut.codes.push_back(cids ? (*cids)[index] : index);
  }
  return true;
}

}  // namespace

std::optional<CutProgram> cut_with_harfbuzz(hb_face_t* face, const std::vector<std::uint32_t>& glyphs) {
  const Input input = subset_input(glyphs);
  const HbFace drawing(hb_face_create_for_tables(drawing_table, face, nullptr), hb_face_destroy);
  if (!input) return std::nullopt;
  const Plan plan(hb_subset_plan_create_or_fail(drawing.get(), input.get()), hb_subset_plan_destroy);
  if (!plan) return std::nullopt;
  const HbFace small(hb_subset_plan_execute_or_fail(plan.get()), hb_face_destroy);
  if (!small) return std::nullopt;
  CutProgram cut;
  cut.program = bytes_of(hb_table(small.get(), kCff));
  cut.cff = !cut.program.empty();
  if (!cut.cff && bytes_of(hb_table(small.get(), kGlyf)).empty()) return std::nullopt;
  if (!cut.cff) cut.program = bytes_of(HbBlob(hb_face_reference_blob(small.get()), hb_blob_destroy));
  if (!read_codes(plan.get(), glyphs, cut)) return std::nullopt;
  return cut;
}

}  // namespace gongkai::pdf
