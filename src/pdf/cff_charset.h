// Which CID each glyph of a CFF font answers to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gongkai::pdf {

/// CIDs by glyph index. A CFF that is not CID-keyed is addressed by glyph index (PDF 32000-1, 9.7.4.2), so there the
/// list counts 0, 1, 2, …; nothing when the table is damaged. Adobe Technical Note 5176, sections 9, 13 and 18.
std::optional<std::vector<std::uint32_t>> read_cids(std::string_view cff);

}  // namespace gongkai::pdf
