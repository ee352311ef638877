// JSON written straight into one string.
#pragma once

#include <charconv>
#include <concepts>
#include <limits>
#include <string>
#include <string_view>

namespace gongkai {

/// Appends `text` as a JSON string. Bytes that are not UTF-8 become U+FFFD, as decode_utf8() has it.
void append_json_string(std::string& out, std::string_view text);

/// `text` as a JSON string.
std::string json_quote(std::string_view text);

/// Places commas; brackets must be balanced by the caller.
class JsonText {
 public:
  /// '[' or '{'.
  JsonText& open(char bracket) {
    separate();
    text_ += bracket;
    return *this;
  }
  /// ']' or '}'.
  JsonText& close(char bracket) {
    text_ += bracket;
    return *this;
  }
  JsonText& key(std::string_view name) {
    add(name);
    text_ += ':';
    return *this;
  }
  JsonText& add(std::string_view text) {
    separate();
    append_json_string(text_, text);
    return *this;
  }
  template <std::integral Number>
  JsonText& add(Number number) {
    separate();
    char digits[std::numeric_limits<Number>::digits10 + 3];
    text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    return *this;
  }
  /// The next value begins a line.
  JsonText& line() {
    separate();
    text_ += '\n';
    return *this;
  }

  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  /// A value behind another one: only that leaves a character that opens nothing.
  void separate() {
    const char last = text_.empty() ? '[' : text_.back();
    if (last != '[' && last != '{' && last != ':' && last != '\n') text_ += ',';
  }

  std::string text_;
};

}  // namespace gongkai
