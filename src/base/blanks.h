// Texts compared without their blanks: layout may add and drop those.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongkai {

/// `text` without blanks of any width and without line ends.
std::string squeeze_blanks(std::string_view text);

/// Appends it.
void append_squeezed(std::string& out, std::string_view text);

/// Its size.
std::size_t squeezed_size(std::string_view text);

}  // namespace gongkai
