// From the bytes of a YAML file to a tree with places, behind guards against what YAML accepts silently.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/yaml_node.h"

namespace gongkai {

struct YamlDocument {
  std::optional<YamlNode> root;    ///< empty when nothing could be read
  bool complete = false;           ///< false: a syntax error cut it; what stands before the error is in `root`
  std::optional<Span> stopped_at;  ///< where a syntax error stopped the reading; what is reported is its likely cause
};

/// Parses the text of `file` (already in `sources`, valid UTF-8, without BOM). Reports E02xx.
YamlDocument parse_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics);

/// Cuts blanks of any kind around a key and unifies brackets.
std::string clean_key(std::string_view key);

/// Deepest nesting of maps and lists; the deepest key of a ledger needs eight.
inline constexpr std::size_t kMaxYamlDepth = 32;

}  // namespace gongkai
