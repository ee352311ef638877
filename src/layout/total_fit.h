#pragma once

#include <vector>

#include "layout/line_breaks.h"

namespace gongkai {

/// The breaks of a justified text with the least sum of what is wrong with its lines: characters parted or pressed,
/// neighbouring lines of unlike density, a last line of one character, bad places to break.
std::vector<AtomLine> break_by_total_fit(const AtomList& list, const BreakRequest& request);

}  // namespace gongkai
