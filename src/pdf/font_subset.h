// A font file cut down to the glyphs a document uses.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gongkai::pdf {

struct SubsetGlyph {
  std::uint32_t code = 0;  ///< what content streams write: the CID
  int width = 0;           ///< thousandths of the size
};

/// Measures of a whole font, in thousandths.
struct FontExtents {
  int box[4] = {0, 0, 0, 0};
  int ascent = 0;
  int descent = 0;
};

struct FontSubset {
  std::string name;  ///< PostScript name
  bool cff = false;  ///< the program is a bare CFF table; else a TrueType file
  /// Cuts the program out, once; of most fonts this is left until then, as the measures below do not wait for it.
  /// Nothing when the file is damaged.
  std::function<std::optional<std::string>()> cut;
  std::vector<SubsetGlyph> glyphs;  ///< in the order they were asked for
  FontExtents extents;
};

/// A font file opened to be cut, for one document after another.
class FontToCut {
 public:
  /// Null when the file is no font, or has no face of this index.
  static std::unique_ptr<FontToCut> open(const std::string& path, int index);
  ~FontToCut();
  FontToCut(const FontToCut&) = delete;
  FontToCut& operator=(const FontToCut&) = delete;

  /// The font down to these glyphs, each named once. Nothing when it cannot be cut down. What is cut lives as long as
  /// this font; one cut at a time.
  std::optional<FontSubset> subset(const std::vector<std::uint32_t>& glyphs);

 private:
  struct Impl;
  explicit FontToCut(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai::pdf
