#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Reads charts.yaml; a chart already in `charts` is replaced.
void load_charts(const YamlNode& root, std::map<std::string, ChartTemplate>& charts, Diagnostics& diagnostics);

}  // namespace gongkai
