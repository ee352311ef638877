// What becomes of a value of this year's file in next year's (docs/滚动到下一年.md).
#pragma once

#include <string>
#include <vector>

#include "model/value.h"

namespace gongkai {

enum class RollAction {
  Keep,     ///< copied as it is
  Clear,    ///< the key stays, the value goes, and stands in a comment
  Drop,     ///< key and value go: last year's ledger says it, or it was an exception of that year
  NextYear  ///< 年度
};

/// What becomes of the value at `path` (keys from the top; list elements have the key ""). A kept or dropped map or
/// list is meant whole; Clear of one means: ask for each value below.
RollAction roll_action(const std::vector<std::string>& path, const AuthoredValue& value);

}  // namespace gongkai
