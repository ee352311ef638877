// The colour space readers are told the greys belong to.
#pragma once

#include <string>

namespace gongkai::pdf {

/// An ICC profile (version 4, monitor) of sRGB, composed from the primaries, white and curve of IEC 61966-2-1, already
/// adapted to D50 as ICC.1:2010 wants. PDF/A asks for a profile as the output intent; this one has no author but us.
std::string srgb_profile();

}  // namespace gongkai::pdf
