// Fewer curves for the same shape.
#pragma once

#include "outline.h"

namespace gongkai::smooth {

/// Replaces neighbouring segments by one line or curve wherever that stays within `tolerance` font units of them.
/// Every point kept is one of the contour's own, so corners stay where they are; new control points are whole units.
Contour simplify(const Contour& contour, double tolerance);

}  // namespace gongkai::smooth
