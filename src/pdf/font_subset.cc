#include "pdf/font_subset.h"

#include <hb-ot.h>

#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "pdf/cff_subset.h"
#include "pdf/file_bytes.h"
#include "pdf/harfbuzz_subset.h"
#include "pdf/hb_handles.h"

namespace gongkai::pdf {
namespace {

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
  const HbBlob table = hb_table(face, HB_TAG('h', 'e', 'a', 'd'));
  const std::string_view head = bytes_of(table);
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

/// Where the outlines lie in a font file. They are read from there and not from its mapping: a document's glyphs lie all
/// over a font, and each would bring in all the pages around it.
struct OutlineTable {
  std::string path;
  std::size_t start = 0;
  std::size_t size = 0;
};

CffSource outlines_in(const FileBytes& file, const OutlineTable& table) {
  return [&file, start = table.start, end = table.size](std::size_t at, std::size_t size, char* to) {
    return at <= end && size <= end - at && file.read(start + at, size, to);
  };
}

/// The fonts of fonts/prepare.sh are cut by copying, a fiftieth of the work; any other by HarfBuzz, whose codes are known
/// only when it has cut.
std::optional<std::vector<std::uint32_t>> choose_cut(const std::string& path, const HbBlob& whole, hb_face_t* face,
                                                     const std::vector<std::uint32_t>& glyphs, FontSubset& subset) {
  const HbBlob table = hb_table(face, HB_TAG('C', 'F', 'F', ' '));
  const std::string_view outlines = bytes_of(table);
  OutlineTable place{path, 0, outlines.size()};
  if (!outlines.empty()) place.start = static_cast<std::size_t>(outlines.data() - bytes_of(whole).data());
  if (!glyphs.empty() && is_plain_cff(outlines_in(FileBytes(path), place))) {
    subset.cff = true;
    subset.cut = [place, glyphs] {
      const FileBytes file(place.path);
      return subset_plain_cff(outlines_in(file, place), glyphs);
    };
    std::vector<std::uint32_t> codes(glyphs.size());
    std::iota(codes.begin(), codes.end(), 1U);
    return codes;
  }
  auto made = cut_with_harfbuzz(face, glyphs);
  if (!made) return std::nullopt;
  subset.cff = made->cff;
  subset.cut = [program = std::move(made->program)] { return std::optional(program); };
  return std::move(made->codes);
}

}  // namespace

std::optional<FontSubset> subset_font(const std::string& path, int index, const std::vector<std::uint32_t>& glyphs) {
  const HbBlob file(hb_blob_create_from_file_or_fail(path.c_str()), hb_blob_destroy);
  if (!file || static_cast<int>(hb_face_count(file.get())) <= index) return std::nullopt;
  const HbFace face(hb_face_create(file.get(), static_cast<unsigned int>(index)), hb_face_destroy);
  const HbFont font(hb_font_create(face.get()), hb_font_destroy);
  if (hb_face_get_glyph_count(face.get()) == 0) return std::nullopt;
  FontSubset subset;
  const auto codes = choose_cut(path, file, face.get(), glyphs, subset);
  if (!codes) return std::nullopt;
  subset.name = postscript_name(face.get());
  read_extents(face.get(), font.get(), subset);
  const unsigned int per_em = hb_face_get_upem(face.get());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    subset.glyphs.push_back({(*codes)[i], thousandths(hb_font_get_glyph_h_advance(font.get(), glyphs[i]), per_em)});
  }
  return subset;
}

}  // namespace gongkai::pdf
