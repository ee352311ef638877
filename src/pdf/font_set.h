// The fonts of one document: what they are cut down to, and which text each code stands for.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/frame.h"
#include "pdf/font_shelf.h"
#include "pdf/font_subset.h"
#include "pdf/object_file.h"

namespace gongkai::pdf {

/// A font file of the document, shared by all roles that use it. Glyphs are numbered as they first appear: text then
/// repeats a few small numbers, which compresses best.
class EmbeddedFont {
 public:
  EmbeddedFont(const FontFace& face, std::string resource) : face_(&face), resource_(std::move(resource)) {}

  const FontFace& face() const { return *face_; }
  /// "F1".
  const std::string& resource() const { return resource_; }
  const FontSubset& subset() const { return subset_; }
  /// What a glyph of a loaded font is written as.
  const SubsetGlyph& glyph(std::uint32_t id) const { return subset_.glyphs[numbers_[id] - 1]; }
  /// The UTF-8 text its ToUnicode map gives a glyph; "" for none.
  std::string_view text(std::uint32_t id) const { return texts_[numbers_[id] - 1]; }
  /// The subset's glyphs by their numbers in the font file, and their texts.
  const std::vector<std::uint32_t>& glyphs() const { return glyphs_; }
  const std::vector<std::string>& texts() const { return texts_; }

  /// Takes a glyph into the subset; returns its place there.
  std::size_t use(std::uint32_t glyph);
  /// A glyph stands for the first text it is used for; content streams spell out where it stands for another.
  void use(std::uint32_t glyph, std::string_view text);
  /// Gives the glyphs their codes and measures; false when the file cannot be read.
  bool load(FontShelf& shelf);
  /// Cuts the program out and compresses what goes into the file.
  void cut(Deflate& deflate);
  /// Whether cut() found the font file damaged.
  bool damaged() const { return damaged_; }
  /// The compressed streams of a font that is cut.
  const std::string& program() const { return program_; }
  std::size_t program_size() const { return program_size_; }  ///< uncompressed
  const std::string& unicode_map() const { return unicode_map_; }

 private:
  const FontFace* face_;
  std::string resource_;
  std::vector<std::uint16_t> numbers_;  ///< by glyph: 1 more than its place in `glyphs_`; 0 for one not used
  std::vector<std::uint32_t> glyphs_;
  std::vector<std::string> texts_;
  FontSubset subset_;
  std::string program_;
  std::size_t program_size_ = 0;
  std::string unicode_map_;
  bool damaged_ = false;
};

class FontSet {
 public:
  /// Finds the glyphs the pages use, and their codes; returns the face that cannot be read, or null.
  const FontFace* load(const Frames& frames, FontShelf& shelf);
  /// Cuts the fonts nobody cuts yet, for write(): one thread does it all, or several share the work. The pages can be
  /// written meanwhile.
  void cut();
  /// The first face that turned out to be damaged, whoever cut it; null when none is. To be asked when all have ended.
  const FontFace* damaged() const;
  const EmbeddedFont& of(FaceId face) const { return fonts_[font_of_face_[face] - 1]; }
  /// Adds the objects of the fonts that were cut; returns the entries of the /Font resource dictionary.
  std::string write(ObjectFile& file) const;

 private:
  EmbeddedFont& font_for(const Frames& frames, FaceId face);
  void use(const Frames& frames, const GlyphRun& run);

  std::vector<std::size_t> font_of_face_;  ///< 1 more than the place in `fonts_`; 0 for a face not used
  std::vector<EmbeddedFont> fonts_;
  std::vector<EmbeddedFont*> by_size_;  ///< the largest, which takes longest, first
  std::atomic<std::size_t> next_ = 0;   ///< of by_size_: the first nobody cuts
};

}  // namespace gongkai::pdf
