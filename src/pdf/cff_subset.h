// Cutting down the outline table of a font that is easy to cut: without subroutines and hints, as fonts/prepare.sh
// makes them. Every glyph stands for itself there, so cutting is copying.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdf/cff_table.h"

namespace gongkai::pdf {

/// Whether the table is of the easy kind, as far as its head tells.
bool is_plain_cff(CffSource cff);

/// A CID-keyed CFF table of these glyphs of `cff`, the first of them with the CID 1, the next with 2, …; CID 0 is
/// .notdef. Nothing when the table is damaged or not of the easy kind.
std::optional<std::string> subset_plain_cff(CffSource cff, const std::vector<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
