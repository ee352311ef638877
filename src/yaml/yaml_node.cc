#include "yaml/yaml_node.h"

namespace gongkai {

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const YamlEntry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Span text_origin(const YamlNode& scalar) {
  Span origin = scalar.span;
  if (scalar.style == YamlStyle::Quoted) ++origin.column;
  return origin;
}

}  // namespace gongkai
