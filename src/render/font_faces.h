// The font files of a document, opened for Cairo.
#pragma once

#include <cairo.h>

#include <vector>

#include "base/diagnostic.h"
#include "layout/frame.h"

namespace gongkai {

/// Cairo faces of Frames::faces, by FaceId. Each keeps its FreeType face and library alive as long as Cairo does:
/// Cairo's own caches may outlive this object.
class FontFaces {
 public:
  FontFaces() = default;
  FontFaces(const FontFaces&) = delete;
  FontFaces& operator=(const FontFaces&) = delete;
  ~FontFaces();

  /// Opens the faces some page uses, a file once for all its roles; E0804 and false for a file that is no font.
  bool open(const Frames& frames, Diagnostics& diagnostics);
  cairo_font_face_t* at(FaceId id) const { return faces_[id]; }

 private:
  std::vector<cairo_font_face_t*> faces_;  ///< null for a face no page uses
};

}  // namespace gongkai
