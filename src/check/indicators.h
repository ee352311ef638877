// Performance indicators held against each other and against the form's points.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// Points that do not add up to what the form leaves for indicators, targets and results ten times apart, one indicator
/// with two targets or results.
void check_indicators(const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
