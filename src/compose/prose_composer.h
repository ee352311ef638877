#pragma once

#include <vector>

#include "compose/runs.h"

namespace gongkai {

/// The blocks of disclosure.txt for one fact book, in order.
std::vector<Block> compose_prose(const ComposeContext& context);

/// The blocks of other lines, with the names of `scope`.
std::vector<Block> compose_nodes(const ComposeContext& context, const std::vector<TemplateNode>& nodes,
                                 const Scope& scope);

}  // namespace gongkai
