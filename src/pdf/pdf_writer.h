// A tagged PDF straight from Frames.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/helpers.h"
#include "layout/frame.h"
#include "pdf/font_shelf.h"

namespace gongkai::pdf {

/// The bytes of a tagged PDF 1.7 file with embedded subset fonts, which depend on nothing but `frames` and `year`.
/// `frames` must have passed validate_frames. Empty after an E0804 (a font file that cannot be read).
/// `helpers`, when not null, cut the fonts beside the writing of the pages.
std::string compose_pdf(const Frames& frames, int year, FontShelf& shelf, Helpers* helpers, Diagnostics& diagnostics);

}  // namespace gongkai::pdf
