// How a scalar stands in its source: its style, its length, and the place of each line of a block.
#pragma once

#include <string>

#include "yaml/line_index.h"
#include "yaml/yaml_events.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// The scalar of `event` with `text`, its own characters.
YamlNode locate_scalar(const YamlEvent& event, std::string text, const LineIndex& lines);

/// Whether a plain scalar is one of YAML's words for nothing, or not there at all.
bool says_nothing(std::string_view text);

}  // namespace gongkai
