// UTF-8 text: validation, decoding, display width.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

/// Byte offset of the first invalid sequence (overlong and surrogates included), or empty.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Decodes the character at byte `at` and moves `at` behind it; an invalid byte is U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);

/// Decodes; an invalid byte becomes U+FFFD.
std::u32string decode_utf8(std::string_view text);
std::string encode_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);

/// Terminal cells of a character or text: 2 for East Asian wide and full-width, 0 for combining, else 1.
int display_width(char32_t c);
int display_width(std::string_view text);

/// Number of code points of a valid text; of any other, of bytes that continue none.
std::size_t count_characters(std::string_view text);

std::string_view trim(std::string_view text);

/// （ and ( are the same in authored keys, likewise ） and ); outer white space is dropped.
std::string normalize_key(std::string_view key);

}  // namespace gongkai
