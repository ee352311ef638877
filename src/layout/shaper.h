// Glyphs for short texts: HarfBuzz over font files named by path; nothing of the system's fonts takes part.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "layout/fonts.h"

namespace gongkai {

/// Loads fonts by file and shapes with them. One for one thread.
class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// Index for the calls below of the face of this family in the file (a collection holds several), the same for the
  /// same file and family. -1 with `problem` set, in Chinese, when the file has no such family or cannot be used.
  int load(const std::string& path, const std::string& family, std::string& problem);

  /// Index of the face inside its file.
  int index_in_file(int font) const;
  bool has_glyph(int font, char32_t character) const;
  std::size_t glyph_count(int font) const;
  /// Whether a PDF can hold its outlines: not those of CFF2 (variable fonts with cubic curves), nor pictures of glyphs.
  bool has_outlines(int font) const;

  /// Shapes; `digit_feature` ("hwid" or "") is applied to ASCII digits only. Ink is measured of texts that begin with a
  /// mark: finding it means drawing the outline, and of letters nobody asks it.
  ShapedText shape(int font, std::string_view text, std::string_view digit_feature) const;

  /// The same without the short cut for single ideographs: most of a text, of which no rule of the font says anything.
  ShapedText shape_fully(int font, std::string_view text, std::string_view digit_feature) const;

  /// Gives back the memory of what was read of the font files; it is read again when it is asked for.
  void let_go() const;

  /// The ink of a text shaped in `font`, whatever it is made of.
  void measure_ink(int font, ShapedText& text) const;

 private:
  std::optional<ShapedText> shape_ideograph(int font, std::string_view text) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
