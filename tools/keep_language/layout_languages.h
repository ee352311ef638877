// Which languages a font has forms of its own for.
#pragma once

#include <string>
#include <string_view>

namespace gongkai::prepare {

/// Takes all languages but `tag` ("ZHS ") out of the scripts of a font's GSUB and GPOS tables, in place; what is common
/// to all languages stays. A font for several languages holds the characters they write differently once for each, and
/// hb-subset, which cannot be told a language, keeps them all. False, with the font half done, when it is damaged.
bool keep_language(std::string& font, std::string_view tag);

}  // namespace gongkai::prepare
