// What a map must hold and what it may not hold together.
#pragma once

#include "input/read_context.h"
#include "input/schema.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Required keys and exclusions of one map.
void check_map_rules(const YamlEntry& entry, const Shape& shape, ReadContext& context);

}  // namespace gongkai
