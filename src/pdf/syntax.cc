#include "pdf/syntax.h"

#include <array>
#include <cmath>

#include "base/utf8.h"

namespace gongkai::pdf {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

/// `value` counted in parts of 1/unit, without trailing zeros.
void append_scaled(std::string& out, long long value, long long unit) {
  const long long size = value < 0 ? -value : value;
  if (value < 0) out += '-';
  append_integer(out, size / unit);
  long long rest = size % unit;
  if (rest != 0) out += '.';
  while (rest != 0) {
    unit /= 10;
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

bool needs_escape(char c) {
  return c == '(' || c == ')' || c == '\\' || c == '\r';
}

/// One byte of a string in parentheses.
void append_escaped(std::string& out, char c) {
  if (needs_escape(c)) out += '\\';
  out += c == '\r' ? 'r' : c;  // a bare one would be read as a line feed
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

void append_integer(std::string& out, long long value) {
  constexpr unsigned long long kTen = 10;
  std::array<char, 24> digits{};
  std::size_t first = digits.size();
  auto rest = static_cast<unsigned long long>(value);
  if (value < 0) rest = 0 - rest;
  do {
    digits[--first] = static_cast<char>('0' + rest % kTen);
    rest /= kTen;
  } while (rest != 0);
  if (value < 0) digits[--first] = '-';
  out.append(digits.data() + first, digits.size() - first);
}

void append_hex16(std::string& out, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(value >> static_cast<unsigned>(shift)) & 15U];
}

void append_code(std::string& out, unsigned code) {
  const std::array<char, 2> bytes = {static_cast<char>(code >> 8U & 0xFFU), static_cast<char>(code & 0xFFU)};
  if (needs_escape(bytes[0]) || needs_escape(bytes[1])) {
    for (const char c : bytes) append_escaped(out, c);
  } else {
    out.append(bytes.data(), bytes.size());
  }
}

std::string reference(int object) {
  std::string out;
  append_reference(out, object);
  return out;
}

void append_reference(std::string& out, int object) {
  append_integer(out, object);
  out += " 0 R";
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) append_escaped(out, c);
  return out + ")";
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (const char32_t c : decode_utf8(utf8)) {
    if (c < 0x10000) {
      append_hex16(out, c);
    } else {
      append_hex16(out, 0xD800 + ((c - 0x10000) >> 10U));
      append_hex16(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
}

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  append_utf16_hex(out, utf8);
  return out + ">";
}

}  // namespace gongkai::pdf
