#pragma once

#include <string>

#include "base/diagnostic.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Reads forms/<id>.yaml.
FormTemplate load_form(std::string id, const YamlNode& root, Diagnostics& diagnostics);

}  // namespace gongkai
