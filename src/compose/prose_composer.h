#pragma once

#include <vector>

#include "compose/runs.h"

namespace gongkai {

/// The blocks of disclosure.txt for one fact book, in order.
std::vector<Block> compose_prose(const ComposeContext& context);

}  // namespace gongkai
