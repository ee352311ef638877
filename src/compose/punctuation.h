#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace gongkai {

/// Reports marks that meet where pieces were joined: “。。”, “，。” (E0604). The text is left as it is.
void check_punctuation(const std::vector<Block>& blocks, Diagnostics& diagnostics);

}  // namespace gongkai
