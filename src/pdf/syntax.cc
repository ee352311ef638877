#include "pdf/syntax.h"

#include <cmath>

#include "base/utf8.h"

namespace gongkai::pdf {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

/// `value` counted in parts of 1/unit, without trailing zeros.
void append_scaled(std::string& out, long long value, long long unit) {
  const long long size = value < 0 ? -value : value;
  if (value < 0) out += '-';
  out += std::to_string(size / unit);
  long long rest = size % unit;
  if (rest != 0) out += '.';
  while (rest != 0) {
    unit /= 10;
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

}  // namespace

void append_number(std::string& out, double value) {
  append_hundredths(out, std::llround(value * 100));
}

void append_hundredths(std::string& out, long long hundredths) {
  append_scaled(out, hundredths, 100);
}

void append_fine_number(std::string& out, double value) {
  append_scaled(out, std::llround(value * 1000), 1000);
}

void append_hex16(std::string& out, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(value >> static_cast<unsigned>(shift)) & 15U];
}

std::string reference(int object) {
  return std::to_string(object) + " 0 R";
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + ")";
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  for (const char32_t c : decode_utf8(utf8)) {
    if (c < 0x10000) {
      append_hex16(out, c);
    } else {
      append_hex16(out, 0xD800 + ((c - 0x10000) >> 10U));
      append_hex16(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

std::string text_string(std::string_view utf8) {
  return "<FEFF" + utf16_hex(utf8) + ">";
}

}  // namespace gongkai::pdf
