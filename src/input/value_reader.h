// From a YAML node and its shape to a typed value. Every problem is reported; a broken value becomes Blank.
#pragma once

#include "input/read_context.h"
#include "input/schema.h"
#include "yaml/yaml_node.h"
#include "model/value.h"

namespace gongkai {

/// Reads any shape; `need` decides how hard a key without value is reported.
AuthoredValue read_value(const YamlEntry& entry, const Shape& shape, Need need, ReadContext& context);

/// Reads a map; called by read_value().
AuthoredValue read_map(const YamlEntry& entry, const Shape& shape, ReadContext& context);

/// A value of the entry's key and places, of kind Blank.
AuthoredValue blank_value(const YamlEntry& entry);

}  // namespace gongkai
