// A tagged PDF straight from Frames.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "layout/frame.h"
#include "pdf/font_shelf.h"

namespace gongkai::pdf {

/// How a PDF is made. The bytes are the same.
enum class Threads {
  One,
  Two,  ///< the fonts are cut beside the writing of the pages: for one document at a time
};

/// The bytes of a tagged PDF 1.7 file with embedded subset fonts, which depend on nothing but `frames` and `year`.
/// `frames` must have passed validate_frames. Empty after an E0804 (a font file that cannot be read).
std::string compose_pdf(const Frames& frames, int year, FontShelf& shelf, Threads threads, Diagnostics& diagnostics);

}  // namespace gongkai::pdf
