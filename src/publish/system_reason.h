#pragma once

#include <string>

namespace gongkai {

/// An errno in words of the user's language.
std::string system_reason(int error);

}  // namespace gongkai
