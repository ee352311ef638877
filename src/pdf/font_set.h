// The fonts of one document: what they are cut down to, and which text each code stands for.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/frame.h"
#include "pdf/font_subset.h"
#include "pdf/object_file.h"

namespace gongkai::pdf {

/// A font file of the document, shared by all roles that use it.
struct EmbeddedFont {
  FontSubset subset;
  std::map<std::uint32_t, std::string> texts;  ///< by code: UTF-8 of ToUnicode
  std::string resource;                        ///< "F1"
};

class FontSet {
 public:
  /// Cuts every face some page uses; returns the face that cannot be read, or null.
  const FontFace* load(const Frames& frames);
  const EmbeddedFont& of(FaceId face) const { return fonts_[font_of_face_.at(face)]; }
  /// Adds the font objects; returns the entries of the /Font resource dictionary.
  std::string write(ObjectFile& file) const;

 private:
  void collect_texts(const Frames& frames);

  std::map<FaceId, std::size_t> font_of_face_;
  std::vector<EmbeddedFont> fonts_;
};

}  // namespace gongkai::pdf
