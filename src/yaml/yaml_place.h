// A place in a YAML text as its scanner counts.
#pragma once

#include <cstddef>

namespace gongkai {

/// 0-based; the column counts characters.
struct YamlPlace {
  std::size_t line = 0;
  std::size_t column = 0;
};

}  // namespace gongkai
