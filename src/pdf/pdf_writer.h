// A tagged PDF straight from Frames.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "layout/frame.h"
#include "pdf/pdf_work.h"

namespace gongkai::pdf {

/// The bytes of a tagged PDF 1.7 file with embedded subset fonts, which depend on nothing but `frames` and `year`.
/// `frames` must have passed validate_frames. Empty after an E0804 (a font file that cannot be read).
std::string compose_pdf(const Frames& frames, int year, Diagnostics& diagnostics, PdfWork work = PdfWork::OneThread);

}  // namespace gongkai::pdf
