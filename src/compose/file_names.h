#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A text as a file name without extension: characters that some system refuses become full width, length is limited.
std::string safe_file_name(std::string_view text);

}  // namespace gongkai
