// What a template leaves behind in authored prose: 增加（减少）, 本部门（单位）, XX, ……, 填写.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

struct Leftover {
  std::size_t at = 0;  ///< in characters
  std::size_t length = 0;
  std::string text;
};

/// The first one in a line of prose.
std::optional<Leftover> find_leftover(std::string_view line);

}  // namespace gongkai
