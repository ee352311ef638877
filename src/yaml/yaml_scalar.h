// How a scalar stands in its source: its style, its length, and the place of each line of a block.
#pragma once

#include <string>

#include "yaml/line_index.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// `line` and `byte_column` are 0-based. `broken` is set when a quote is never closed, which yaml-cpp accepts.
YamlNode locate_scalar(const std::string& value, bool non_plain, std::size_t line, std::size_t byte_column,
                       const LineIndex& lines);

}  // namespace gongkai
