// A CFF font with the same glyphs drawn by fewer curves.
#pragma once

#include <optional>
#include <string>

namespace gongkai::smooth {

/// The font file with its outlines simplified within `tolerance` font units; metrics and all else as they were.
/// Nothing when the file is no CFF font without hints and subroutines.
std::optional<std::string> smooth_font(const std::string& path, double tolerance);

}  // namespace gongkai::smooth
