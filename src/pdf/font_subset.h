// A font file cut down to the glyphs a document uses.
#pragma once

#include <cstdint>
#include <functional>
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
  bool cff = false;  ///< the program is a bare CFF table; else a TrueType file
  /// Cuts the program out, once; of most fonts this is left until then, as the measures below do not wait for it.
  /// Nothing when the file is damaged.
  std::function<std::optional<std::string>()> cut;
  std::vector<SubsetGlyph> glyphs;  ///< in the order they were asked for
  int box[4] = {0, 0, 0, 0};        ///< thousandths, as are the next two
  int ascent = 0;
  int descent = 0;
};

/// A font down to these glyphs, each named once. Nothing when the file is no font or cannot be cut down.
std::optional<FontSubset> subset_font(const std::string& path, int index, const std::vector<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
