// Other forms of the unit's name in its own prose.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/value.h"

namespace gongkai {

class NearNames {
 public:
  /// `unit`: unit.yaml; its 名称 and 简称 are right, likewise the names of 主管部门 and 下属单位.
  explicit NearNames(const AuthoredValue& unit);

  /// Warns of a part of `text` that is nearly, but not quite, one of the names.
  void check(const std::string& text, Span start, Diagnostics& diagnostics) const;

 private:
  bool is_right(std::u32string_view part) const;
  bool within_right_name(const std::u32string& text, std::size_t at, std::size_t length) const;

  std::vector<std::u32string> own_;    ///< 名称, 简称
  std::vector<std::u32string> right_;  ///< every name that is no slip
};

}  // namespace gongkai
