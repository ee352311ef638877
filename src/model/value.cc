#include "model/value.h"

namespace gongkai {

const AuthoredValue* AuthoredValue::find(std::string_view child_key) const {
  for (const AuthoredValue& child : children) {
    if (child.key == child_key) return &child;
  }
  return nullptr;
}

const AuthoredValue* AuthoredValue::at(std::string_view dotted_path) const {
  const AuthoredValue* node = this;
  while (node != nullptr && !dotted_path.empty()) {
    const auto dot = dotted_path.find('.');
    node = node->find(dotted_path.substr(0, dot));
    dotted_path = dot == std::string_view::npos ? std::string_view() : dotted_path.substr(dot + 1);
  }
  return node;
}

}  // namespace gongkai
