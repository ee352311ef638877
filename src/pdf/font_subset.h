// A font file cut down to the glyphs a document uses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gongkai::pdf {

struct SubsetGlyph {
  std::uint32_t code = 0;  ///< what content streams write: the CID
  int width = 0;           ///< thousandths of the size
};

struct FontSubset {
  std::string name;  ///< PostScript name
  bool cff = false;  ///< `program` is a bare CFF table; else a TrueType file
  std::string program;
  std::vector<SubsetGlyph> glyphs;  ///< in the order they were asked for
  int box[4] = {0, 0, 0, 0};        ///< thousandths, as are the next two
  int ascent = 0;
  int descent = 0;
};

/// Cuts a font down to these glyphs, each named once. Nothing when the file is no font or cannot be cut down.
std::optional<FontSubset> subset_font(const std::string& path, int index, const std::vector<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
