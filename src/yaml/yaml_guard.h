// Cheap looks at a YAML text before yaml-cpp, which recurses into whatever it is given.
#pragma once

#include "base/diagnostic.h"
#include "yaml/line_index.h"

namespace gongkai {

/// Reports tabs and full-width blanks used as indentation. False when there were any.
bool check_indentation(const LineIndex& lines, Diagnostics& diagnostics);

/// Reports a text that may nest deeper than yaml-cpp should be trusted with; an over-estimate is made without parsing.
bool check_rough_depth(const LineIndex& lines, Diagnostics& diagnostics);

}  // namespace gongkai
