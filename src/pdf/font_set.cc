#include "pdf/font_set.h"

#include <algorithm>
#include <optional>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kMapLines = 100;  // the most a bfchar section may hold
constexpr int kSymbolic = 4;
constexpr int kStemWidth = 80;  // asked for by the standard, used only to imitate fonts that are not embedded

template <typename Visit>
void for_each_run(const Frames& frames, Visit visit) {
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) visit(*run);
    }
  }
}

/// Six letters that differ between subsets of the same font, as the standard asks.
std::string subset_tag(const FontSubset& subset) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const auto& [glyph, unused] : subset.glyphs) hash = (hash ^ glyph) * 1099511628211ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// /W: runs of consecutive codes with their widths.
std::string widths(const FontSubset& subset) {
  std::map<std::uint32_t, int> by_code;
  for (const auto& [glyph, value] : subset.glyphs) by_code[value.code] = value.width;
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

std::string unicode_map(const std::map<std::uint32_t, std::string>& texts) {
  std::string out =
      "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
      "1 begincodespacerange<0000><FFFF>endcodespacerange\n";
  std::size_t left = texts.size();
  std::size_t in_section = 0;
  for (const auto& [code, text] : texts) {
    if (in_section == 0) {
      in_section = std::min(left, kMapLines);
      out += std::to_string(in_section) + " beginbfchar\n";
    }
    out += '<';
    append_hex16(out, code);
    out += "><" + utf16_hex(text) + ">\n";
    --left;
    if (--in_section == 0) out += "endbfchar\n";
  }
  return out + "endcmap CMapName currentdict/CMap defineresource pop end end";
}

int write_font(const EmbeddedFont& font, ObjectFile& file) {
  const FontSubset& subset = font.subset;
  const std::string name = "/" + subset_tag(subset) + "+" + subset.name;
  const int program =
      file.add_stream(subset.cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(subset.program.size()),
                      subset.program, Effort::Little);
  std::string box;
  for (const int edge : subset.box) box += std::to_string(edge) + " ";
  const int descriptor =
      file.add("<</Type/FontDescriptor/FontName" + name + "/Flags " + std::to_string(kSymbolic) + "/FontBBox[" + box +
               "]/ItalicAngle 0/Ascent " + std::to_string(subset.ascent) + "/Descent " +
               std::to_string(subset.descent) + "/CapHeight " + std::to_string(subset.ascent) + "/StemV " +
               std::to_string(kStemWidth) + (subset.cff ? "/FontFile3 " : "/FontFile2 ") + reference(program) + ">>");
  const int descendant = file.add(
      std::string("<</Type/Font/Subtype") + (subset.cff ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity") +
      "/BaseFont" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
      reference(descriptor) + "/DW 1000/W" + widths(subset) + ">>");
  const int unicode = file.add_stream("", unicode_map(font.texts));
  return file.add("<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" +
                  reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace

const FontFace* FontSet::load(const Frames& frames) {
  std::map<FaceId, std::set<std::uint32_t>> used;
  for_each_run(frames, [&](const GlyphRun& run) {
    std::set<std::uint32_t>& glyphs = used[run.face];
    for (const Glyph& glyph : run.glyphs) glyphs.insert(glyph.id);
  });
  std::map<std::pair<std::string, int>, std::set<std::uint32_t>> by_file;
  for (const auto& [face, glyphs] : used) {
    by_file[{frames.faces[face].path, frames.faces[face].index}].insert(glyphs.begin(), glyphs.end());
  }
  std::map<std::pair<std::string, int>, std::size_t> numbers;
  for (const auto& [face, unused] : used) {
    const FontFace& source = frames.faces[face];
    const auto [at, fresh] = numbers.emplace(std::pair(source.path, source.index), fonts_.size());
    font_of_face_[face] = at->second;
    if (!fresh) continue;
    auto subset = subset_font(source.path, source.index, by_file[at->first]);
    if (!subset) return &source;
    fonts_.push_back({std::move(*subset), {}, "F" + std::to_string(fonts_.size() + 1)});
  }
  collect_texts(frames);
  return nullptr;
}

/// A code stands for the first text it is used for; the content stream spells out where it stands for another.
void FontSet::collect_texts(const Frames& frames) {
  for_each_run(frames, [&](const GlyphRun& run) {
    EmbeddedFont& font = fonts_[font_of_face_.at(run.face)];
    std::size_t glyph = 0;
    std::size_t byte = 0;
    for (const Cluster& cluster : run.clusters) {
      const auto bytes = static_cast<std::size_t>(cluster.bytes);
      if (cluster.glyphs == 1 && bytes > 0) {
        font.texts.emplace(font.subset.glyphs.at(run.glyphs[glyph].id).code, run.text.substr(byte, bytes));
      }
      glyph += static_cast<std::size_t>(cluster.glyphs);
      byte += bytes;
    }
  });
}

std::string FontSet::write(ObjectFile& file) const {
  std::string entries;
  for (const EmbeddedFont& font : fonts_) {
    entries += "/" + font.resource + " " + reference(write_font(font, file));
  }
  return entries;
}

}  // namespace gongkai::pdf
