// Numbers that a unit wrote at the beginning of lines of its own prose: 一、 （一） 1. （1）.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/value.h"

namespace gongkai {

struct LineNumber {
  int level = 0;  ///< 1 一、 2 （一） 3 1. or 1、 4 （1）; 0 none
  int value = 0;
  std::size_t length = 0;  ///< characters
};
LineNumber read_line_number(std::string_view line);

/// Warns of a number that leaves one out or comes twice, in every 长文 below `root`. A list may begin with any number.
void check_numbering(const AuthoredValue& root, Diagnostics& diagnostics);

}  // namespace gongkai
