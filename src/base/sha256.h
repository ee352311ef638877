#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// The SHA-256 of bytes, in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace gongkai
