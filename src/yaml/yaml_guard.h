// A cheap look at a YAML text before it is scanned, for what is easier said of lines than of tokens.
#pragma once

#include "base/diagnostic.h"
#include "yaml/line_index.h"

namespace gongkai {

/// Reports tabs and full-width blanks used as indentation. False when there were any.
bool check_indentation(const LineIndex& lines, Diagnostics& diagnostics);

}  // namespace gongkai
