// Reads printed figures back, so that what stands on the page can be held against the fact.
#pragma once

#include <string_view>

#include "facts/fact.h"

namespace gongkai {

/// Whether `text`, as a reader understands it, is the fact rounded to the decimals shown. Only amounts and ratios are
/// judged, everything else is taken as right. A blank is zero or a value that does not exist.
bool agrees_with_fact(std::string_view text, const Fact& fact);

/// Digits followed by 元, 万元, 亿元 or %.
bool states_a_figure(std::string_view text);

}  // namespace gongkai
