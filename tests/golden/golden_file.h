// References kept in tests/golden.
#pragma once

#include <string>

namespace gongkai {

/// Whether the references are to be rewritten; set from the command line.
bool& golden_update_wanted();

/// Expects `got` to be the reference of this name, or makes it the reference.
void compare_with_golden(const std::string& name, const std::string& got);

}  // namespace gongkai
