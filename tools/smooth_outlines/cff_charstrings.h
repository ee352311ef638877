// Exchanging the glyph programs of a CFF table.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai::smooth {

/// The table with every charstring replaced by what `rewrite(glyph, charstring)` returns. The new ones stand at the
/// end and the old ones stay as dead bytes, which the next subset leaves out. Nothing when the table is not as
/// hb-subset writes it.
std::optional<std::string> replace_charstrings(
    std::string_view cff, const std::function<std::string(unsigned glyph, std::string_view charstring)>& rewrite);

}  // namespace gongkai::smooth
