// The small change of PDF syntax: numbers, strings, references, written alike in every locale.
#pragma once

#include <string>
#include <string_view>

namespace gongkai::pdf {

/// Decimal with at most two places, no exponent: 0.01 pt is far below what any printer resolves.
void append_number(std::string& out, double value);
/// The same with three places, for page sizes: readers recognise A4 by 595.276.
void append_fine_number(std::string& out, double value);
/// A length already counted in hundredths.
void append_hundredths(std::string& out, long long hundredths);
void append_integer(std::string& out, long long value);
void append_hex16(std::string& out, unsigned value);

/// A character code as two bytes of a string in parentheses, escaped.
void append_code(std::string& out, unsigned code);

/// "12 0 R".
std::string reference(int object);
void append_reference(std::string& out, int object);

/// A byte string in parentheses, escaped.
std::string byte_string(std::string_view bytes);

/// A text string: UTF-16BE with its mark, in hexadecimal.
std::string text_string(std::string_view utf8);
/// The UTF-16BE digits alone, as ToUnicode maps want them.
void append_utf16_hex(std::string& out, std::string_view utf8);

}  // namespace gongkai::pdf
