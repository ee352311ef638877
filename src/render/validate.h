// What a backend would draw wrongly without a word, found before drawing.
#pragma once

#include "base/diagnostic.h"
#include "layout/frame.h"

namespace gongkai {

/// Checks destinations (E0801 missing, E0802 doubled) and the consistency of every item (E0803).
/// PDF readers and Cairo take a link to nowhere, and glyphs that do not match their text, without complaint.
bool validate_frames(const Frames& frames, Diagnostics& diagnostics);

}  // namespace gongkai
