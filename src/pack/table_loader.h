#pragma once

#include <string>

#include "base/diagnostic.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Reads tables/<id>.yaml; keys of columns and rows that a sum or a span names are checked (E0539, E0541).
TableTemplate load_table(std::string id, const YamlNode& root, Diagnostics& diagnostics);

}  // namespace gongkai
