#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/frame.h"

namespace gongkai {

class FontLibrary;  // layout/fonts.h

/// Lays out a document. Reports what does not fit (E0701 …) and characters taken from a fallback family (N07xx);
/// empty when a character has no glyph in any family or something would be cut.
std::optional<Frames> lay_out(const Document& document, FontLibrary& fonts, Diagnostics& diagnostics);

}  // namespace gongkai
