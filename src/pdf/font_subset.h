// A font file cut down to the glyphs a document uses.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
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
  std::map<std::uint32_t, SubsetGlyph> glyphs;  ///< by glyph index of the whole font
  int box[4] = {0, 0, 0, 0};                    ///< thousandths, as are the next two
  int ascent = 0;
  int descent = 0;
};

/// Nothing when the file is no font or cannot be cut down.
std::optional<FontSubset> subset_font(const std::string& path, int index, const std::set<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
