#include "pdf/font_subset.h"

#include <hb-ot.h>

#include <array>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

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
FontExtents extents_of(hb_face_t* face, hb_font_t* font) {
  FontExtents out;
  const unsigned int per_em = hb_face_get_upem(face);
  const HbBlob table = hb_table(face, HB_TAG('h', 'e', 'a', 'd'));
  const std::string_view head = bytes_of(table);
  for (std::size_t i = 0; i < 4 && head.size() >= 44; ++i) {
    const auto high = static_cast<unsigned char>(head[36 + 2 * i]);
    const auto low = static_cast<unsigned char>(head[37 + 2 * i]);
    out.box[i] = thousandths(static_cast<std::int16_t>(high << 8U | low), per_em);
  }
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font, &extents);
  out.ascent = thousandths(extents.ascender, per_em);
  out.descent = thousandths(extents.descender, per_em);
  return out;
}

/// The outlines are read from the file and not from its mapping: a document's glyphs lie all over a font, and each
/// would bring in all the pages around it.
CffSource outlines_in(const FileBytes& file, const HbBlob& whole, hb_face_t* face) {
  const HbBlob table = hb_table(face, HB_TAG('C', 'F', 'F', ' '));
  const std::string_view outlines = bytes_of(table);
  const auto start = outlines.empty() ? 0 : static_cast<std::size_t>(outlines.data() - bytes_of(whole).data());
  return [&file, start, end = outlines.size()](std::size_t at, std::size_t size, char* to) {
    return at <= end && size <= end - at && file.read(start + at, size, to);
  };
}

/// A face of copies of the tables with the widths.
HbFace only_widths(hb_face_t* face) {
  const HbFace copy(hb_face_builder_create(), hb_face_destroy);
  for (const char* name : {"head", "hhea", "hmtx", "maxp"}) {
    const hb_tag_t tag = hb_tag_from_string(name, -1);
    const HbBlob table = hb_table(face, tag);
    const std::string_view bytes = bytes_of(table);
    const HbBlob owned(hb_blob_create(bytes.data(), static_cast<unsigned int>(bytes.size()), HB_MEMORY_MODE_DUPLICATE,
                                      nullptr, nullptr),
                       hb_blob_destroy);
    hb_face_builder_add_table(copy.get(), tag, owned.get());
  }
  const HbBlob file(hb_face_reference_blob(copy.get()), hb_blob_destroy);
  return {hb_face_create(file.get(), 0), hb_face_destroy};
}

}  // namespace

struct FontToCut::Impl {
  HbFace face;  ///< the whole font, or of a plain one what tells the widths
  HbFont font;
  FileBytes file;
  PlainCff outlines;
  std::string name;
  FontExtents extents;

  Impl(const std::string& path, const HbBlob& whole, int index)
      : face(hb_face_create(whole.get(), static_cast<unsigned int>(index)), hb_face_destroy),
        font(hb_font_create(face.get()), hb_font_destroy),
        file(path),
        outlines(outlines_in(file, whole, face.get())),
        name(postscript_name(face.get())),
        extents(extents_of(face.get(), font.get())) {
    if (!outlines.is_plain()) return;
    face = only_widths(face.get());  // the file's mapping, of which ever more is read in, is let go
    font = HbFont(hb_font_create(face.get()), hb_font_destroy);
  }

  /// The codes of the glyphs. The fonts of fonts/prepare.sh are cut by copying, a small part of the work; any other by
  /// HarfBuzz, whose codes are known only when it has cut.
  std::optional<std::vector<std::uint32_t>> choose_cut(const std::vector<std::uint32_t>& glyphs, FontSubset& subset) {
    if (outlines.is_plain() && !glyphs.empty()) {
      subset.cff = true;
      subset.cut = [this, glyphs] { return outlines.subset(glyphs); };
      std::vector<std::uint32_t> codes(glyphs.size());
      std::iota(codes.begin(), codes.end(), 1U);
      return codes;
    }
    auto made = cut_with_harfbuzz(face.get(), glyphs);
    if (!made) return std::nullopt;
    subset.cff = made->cff;
    subset.cut = [program = std::move(made->program)] { return std::optional(program); };
    return std::move(made->codes);
  }
};

FontToCut::FontToCut(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontToCut::~FontToCut() = default;

std::unique_ptr<FontToCut> FontToCut::open(const std::string& path, int index) {
  const HbBlob whole(hb_blob_create_from_file_or_fail(path.c_str()), hb_blob_destroy);
  if (!whole || static_cast<int>(hb_face_count(whole.get())) <= index) return nullptr;
  auto impl = std::make_unique<Impl>(path, whole, index);
  if (hb_face_get_glyph_count(impl->face.get()) == 0) return nullptr;
  return std::unique_ptr<FontToCut>(new FontToCut(std::move(impl)));
}

std::optional<FontSubset> FontToCut::subset(const std::vector<std::uint32_t>& glyphs) {
  FontSubset subset{.name = impl_->name, .extents = impl_->extents};
  const auto codes = impl_->choose_cut(glyphs, subset);
  if (!codes) return std::nullopt;
  const unsigned int per_em = hb_face_get_upem(impl_->face.get());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const hb_position_t width = hb_font_get_glyph_h_advance(impl_->font.get(), glyphs[i]);
    subset.glyphs.push_back({(*codes)[i], thousandths(width, per_em)});
  }
  return subset;
}

}  // namespace gongkai::pdf
