// `{金额: 1,234.56}`: inside braces a thousands separator cuts an amount into 金额 = 1 and a key 234.56.
#pragma once

#include "base/diagnostic.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Finds amounts cut by their separators, reports each once with the number that was meant, and takes the pieces out.
void repair_split_amounts(YamlNode& root, Diagnostics& diagnostics);

}  // namespace gongkai
