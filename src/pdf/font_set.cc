#include "pdf/font_set.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "layout/text_class.h"
#include "pdf/syntax.h"
#include "pdf/unicode_map.h"

namespace gongkai::pdf {
namespace {

constexpr int kSymbolic = 4;
/// U+FFFD: every code has to stand for something (ISO 19005-2 6.2.11.7.2), also that of a glyph which is never shown
/// without an ActualText that says what it means with its neighbours.
constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
constexpr int kStemWidth = 80;  // asked for by the standard, used only to imitate fonts that are not embedded

/// Six letters that differ between subsets of the same font, as the standard asks.
std::string subset_tag(const std::vector<std::uint32_t>& glyphs) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::uint32_t glyph : glyphs) hash = (hash ^ glyph) * 1099511628211ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// /W: runs of consecutive codes with their widths.
std::string widths(const FontSubset& subset) {
  std::vector<SubsetGlyph> by_code = subset.glyphs;
  const auto smaller = [](const SubsetGlyph& a, const SubsetGlyph& b) { return a.code < b.code; };
  std::sort(by_code.begin(), by_code.end(), smaller);
  std::string out = "[";
  std::optional<std::uint32_t> last;
  for (const auto& [code, width] : by_code) {
    if (width == 1000) continue;  // the default
    if (!last || code != *last + 1) out += (last ? "]" : "") + std::to_string(code) + "[";
    out += std::to_string(width) + " ";
    last = code;
  }
  return out + (last ? "]]" : "]");
}

/// A glyph stands for the text of its cluster; of several, as many as the characters, each for its own: a reader that
/// knows no ActualText gets the letter and the mark.
void use_cluster(EmbeddedFont& font, std::span<const Glyph> glyphs, std::string_view text) {
  if (glyphs.size() == 1) {
    font.use(glyphs[0].id, text);
    return;
  }
  const bool one_each = glyphs.size() == count_characters(text);
  std::size_t at = 0;
  for (const Glyph& glyph : glyphs) {
    const std::size_t begin = at;
    const char32_t c = one_each ? next_character(text, at) : 0;
    // What is not seen is shown by the glyph of the blank, which has to stand for the blank.
    font.use(glyph.id, is_unseen_part(c) ? std::string_view() : text.substr(begin, at - begin));
  }
}

int write_font(const EmbeddedFont& font, ObjectFile& file) {
  const FontSubset& subset = font.subset();
  const std::string name = "/" + subset_tag(font.glyphs()) + "+" + subset.name;
  const int program = file.add_compressed_stream(
      subset.cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(font.program_size()), font.program());
  std::string box;
  for (const int edge : subset.extents.box) box += std::to_string(edge) + " ";
  const int descriptor = file.add(
      "<</Type/FontDescriptor/FontName" + name + "/Flags " + std::to_string(kSymbolic) + "/FontBBox[" + box +
      "]/ItalicAngle 0/Ascent " + std::to_string(subset.extents.ascent) + "/Descent " +
      std::to_string(subset.extents.descent) + "/CapHeight " + std::to_string(subset.extents.ascent) + "/StemV " +
      std::to_string(kStemWidth) + (subset.cff ? "/FontFile3 " : "/FontFile2 ") + reference(program) + ">>");
  const int descendant = file.add(
      std::string("<</Type/Font/Subtype") + (subset.cff ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity") +
      "/BaseFont" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
      reference(descriptor) + "/DW 1000/W" + widths(subset) + ">>");
  const int unicode = file.add_compressed_stream("", font.unicode_map());
  return file.add("<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" +
                  reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace

std::size_t EmbeddedFont::use(std::uint32_t glyph) {
  if (glyph >= numbers_.size()) numbers_.resize(std::max<std::size_t>(glyph + 1, 2 * numbers_.size()));
  std::uint16_t& number = numbers_[glyph];
  if (number == 0) {
    glyphs_.push_back(glyph);
    texts_.emplace_back();
    number = static_cast<std::uint16_t>(glyphs_.size());
  }
  return number - 1U;
}

void EmbeddedFont::use(std::uint32_t glyph, std::string_view text) {
  std::string& known = texts_[use(glyph)];
  if (known.empty()) known = text;
}

bool EmbeddedFont::load(FontShelf& shelf) {
  FontToCut* font = shelf.find(face_->path, face_->index);
  auto subset = font == nullptr ? std::nullopt : font->subset(glyphs_);
  if (subset) subset_ = std::move(*subset);
  return subset.has_value();
}

void EmbeddedFont::cut(Deflate& deflate) {
  const std::optional<std::string> program = subset_.cut();
  damaged_ = !program;
  if (!program) return;
  program_size_ = program->size();
  program_ = deflate.compress(*program);
  std::vector<CodeText> texts;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    texts.push_back({subset_.glyphs[i].code, texts_[i].empty() ? kUnknown : std::string_view(texts_[i])});
  }
  unicode_map_ = deflate.compress(pdf::unicode_map(std::move(texts)));
}

const FontFace* FontSet::load(const Frames& frames, FontShelf& shelf) {
  font_of_face_.assign(frames.faces.size(), 0);
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) use(frames, *run);
    }
  }
  for (EmbeddedFont& font : fonts_) {
    if (!font.load(shelf)) return &font.face();
    by_size_.push_back(&font);
  }
  const auto count = [](const EmbeddedFont* font) { return font->glyphs().size(); };
  std::ranges::stable_sort(by_size_, std::ranges::greater(), count);
  return nullptr;
}

void FontSet::cut() {
  Deflate deflate;
  for (std::size_t i = next_++; i < by_size_.size(); i = next_++) by_size_[i]->cut(deflate);
}

const FontFace* FontSet::damaged() const {
  const auto found = std::ranges::find_if(fonts_, &EmbeddedFont::damaged);
  return found == fonts_.end() ? nullptr : &found->face();
}

EmbeddedFont& FontSet::font_for(const Frames& frames, FaceId face) {
  std::size_t& place = font_of_face_[face];
  if (place != 0) return fonts_[place - 1];
  const FontFace& wanted = frames.faces[face];
  const auto same = std::find_if(fonts_.begin(), fonts_.end(), [&](const EmbeddedFont& font) {
    return font.face().path == wanted.path && font.face().index == wanted.index;
  });
  place = static_cast<std::size_t>(same - fonts_.begin()) + 1;
  if (same == fonts_.end()) fonts_.emplace_back(wanted, "F" + std::to_string(place));
  return fonts_[place - 1];
}

void FontSet::use(const Frames& frames, const GlyphRun& run) {
  EmbeddedFont& font = font_for(frames, run.face);
  std::size_t glyph = 0;
  std::size_t byte = 0;
  for (const Cluster& cluster : run.clusters) {
    const auto bytes = static_cast<std::size_t>(cluster.bytes);
    use_cluster(font, std::span(run.glyphs).subspan(glyph, static_cast<std::size_t>(cluster.glyphs)),
                std::string_view(run.text).substr(byte, bytes));
    glyph += static_cast<std::size_t>(cluster.glyphs);
    byte += bytes;
  }
}

std::string FontSet::write(ObjectFile& file) const {
  std::size_t bytes = 0;
  for (const EmbeddedFont& font : fonts_) bytes += font.program().size() + font.unicode_map().size();
  file.expect(bytes);
  std::string entries;
  for (const EmbeddedFont& font : fonts_) {
    entries += "/" + font.resource() + " " + reference(write_font(font, file));
  }
  return entries;
}

}  // namespace gongkai::pdf
