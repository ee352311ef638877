// The fonts of the build folder, opened once a process.
#pragma once

#include "layout/fonts.h"

namespace gongkai::fuzz {

FontLibrary& layout_fonts();

}  // namespace gongkai::fuzz
