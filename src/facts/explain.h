// Where a figure comes from, in words a clerk reads: value, formula, inputs, down to 文件:行.
#pragma once

#include <string>

#include "base/source.h"
#include "facts/fact.h"
#include "facts/print.h"

namespace gongkai {

/// The fact's tree, one line a fact; a fact that appears again is only named. Ends with a line end.
std::string explain_text(const Fact& fact, const Sources& sources, const PrintStyle& style);

}  // namespace gongkai
