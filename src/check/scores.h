// The scores of performance indicators: what people assessed instead of the formula, and what was lost without a word.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// Every row of indicators of 整体绩效 and of all projects: a score above its points, one assessed by people (it must
/// say why), points lost without 偏差原因 or 改进措施.
void check_scores(const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
