#pragma once

#include "base/diagnostic.h"
#include "pack/pack.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Puts what one pack.yaml says over what the packs before it said.
void apply_settings(const YamlNode& root, Pack& pack, Diagnostics& diagnostics);

/// The same for style.yaml.
void apply_style(const YamlNode& root, Style& style, Diagnostics& diagnostics);

}  // namespace gongkai
