#pragma once

#include <string_view>

#include "document/document.h"
#include "layout/frame.h"
#include "layout/set_text.h"

namespace gongkai {

/// The glyph runs of a line, from the left edge of its measure and from its baseline. `plain`: the text of all `runs`.
std::vector<GlyphRun> write_glyphs(const AtomList& list, const SetLine& line, const TextSpec& spec, const Runs& runs,
                                   std::string_view plain);

}  // namespace gongkai
