// Type 2 charstrings (Adobe Technical Note 5177): how a CFF font writes an outline.
#pragma once

#include <string>
#include <string_view>

#include "outline.h"

namespace gongkai::smooth {

/// The bytes of the advance width that may stand before the first operator, as the next subset keeps them.
/// The charstring must have neither hints nor subroutines.
std::string_view leading_width(std::string_view charstring);

/// The shortest operators that draw the outline; `width` goes first, as it is.
std::string encode_charstring(std::string_view width, const Outline& outline);

}  // namespace gongkai::smooth
