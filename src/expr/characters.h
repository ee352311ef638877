// Which characters make up the words of the expression language.
#pragma once

namespace gongkai {

/// Letters, digits, Han characters, full-width brackets and 、: what a segment of a fact name may hold.
bool is_name_character(char32_t c);
bool is_ascii_digit(char32_t c);
/// Blank, tab, line end and the full-width blank.
bool is_blank(char32_t c);

}  // namespace gongkai
