#include "base/json_text.h"

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::array<bool, 256> kEscaped = [] {
  std::array<bool, 256> escaped{};
  for (std::size_t control = 0; control < 0x20; ++control) escaped.at(control) = true;
  escaped['"'] = escaped['\\'] = true;
  return escaped;
}();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (const std::size_t at = kShort.find(c); at != std::string_view::npos) {
    out += {'\\', kLetters[at]};
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += {kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  if (find_invalid_utf8(text)) return append_json_string(out, encode_utf8(decode_utf8(text)));
  out += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kEscaped[static_cast<unsigned char>(text[at])]) continue;
    out += text.substr(plain, at - plain);
    append_escape(out, text[at]);
    plain = at + 1;
  }
  out += text.substr(plain);
  out += '"';
}

std::string json_quote(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace gongkai
