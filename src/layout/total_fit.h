#pragma once

#include <vector>

#include "layout/line_breaks.h"

namespace gongkai {

/// Most texts can be set with no more than this wrong in all. Then no line that costs more can be part of the best way,
/// and most of the lines that might be tried do.
inline constexpr double kUsualCost = 500;

/// The breaks of a justified text with the least sum of what is wrong with its lines: characters parted or pressed,
/// neighbouring lines of unlike density, a last line of one character, bad places to break. `usual_cost` decides how
/// much work it is, not what comes out.
std::vector<AtomLine> break_by_total_fit(const AtomList& list, const BreakRequest& request,
                                         double usual_cost = kUsualCost);

}  // namespace gongkai
