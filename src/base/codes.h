// Every diagnostic code, with one line of what it means. The manual of codes is generated from here.
#pragma once

#include <string_view>

namespace gongkai {

struct CodeInfo {
  std::string_view code;
  std::string_view meaning;  ///< one line in Chinese for the manual
};

/// Sorted by code.
inline constexpr CodeInfo kCodes[] = {
    {"E0101", "文件不存在或读不了"},
};

}  // namespace gongkai
