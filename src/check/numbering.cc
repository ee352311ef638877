#include "check/numbering.h"

#include <array>
#include <string>

#include "base/utf8.h"
#include "check/prose.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";
constexpr int kDeepest = 4;

/// 十二 -> 12, 二十 -> 20; 0 when it is no number below 100.
int chinese_value(std::u32string_view text) {
  int value = 0;
  int digit = 0;
  for (const char32_t c : text) {
    if (c == U'十') {
      value += 10 * (digit == 0 ? 1 : digit);
      digit = 0;
    } else {
      digit = static_cast<int>(kChineseDigits.find(c));
    }
  }
  return value + digit;
}

bool is_chinese_digit(char32_t c) {
  return c == U'十' || (c != U'〇' && kChineseDigits.find(c) != std::u32string_view::npos);
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// The digits at `from`: how many, and whether they are Chinese.
struct Digits {
  std::size_t count = 0;
  bool chinese = false;
  int value = 0;
};

Digits read_digits(const std::u32string& text, std::size_t from) {
  Digits digits;
  if (from >= text.size()) return digits;
  digits.chinese = is_chinese_digit(text[from]);
  std::size_t end = from;
  while (end < text.size() && (digits.chinese ? is_chinese_digit(text[end]) : is_digit(text[end]))) ++end;
  digits.count = end - from;
  if (digits.count == 0 || digits.count > 3 || (!digits.chinese && digits.count > 2)) return {};
  if (digits.chinese) {
    digits.value = chinese_value(std::u32string_view(text).substr(from, digits.count));
  } else {
    for (std::size_t i = from; i < end; ++i) digits.value = digits.value * 10 + static_cast<int>(text[i] - U'0');
  }
  return digits;
}

class NumberingCheck {
 public:
  explicit NumberingCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const TextLine& line) {
    const LineNumber number = read_line_number(line.text);
    if (number.level == 0) {
      between_ = true;
      return;
    }
    int& last = last_.at(static_cast<std::size_t>(number.level));
    // A list that begins again with 1 below new words is another list.
    const bool begins = last == 0 || (number.value == 1 && between_);
    if (!begins && number.value != last + 1) report(line, number, last);
    last = number.value;
    for (std::size_t deeper = static_cast<std::size_t>(number.level) + 1; deeper < last_.size(); ++deeper)
      last_.at(deeper) = 0;
    between_ = false;
  }

 private:
  void report(const TextLine& line, const LineNumber& number, int last) {
    const std::string written = encode_utf8(std::u32string_view(decode_utf8(line.text)).substr(0, number.length));
    Diagnostic& d = diagnostics_.warning(
        "W0394", inside(line.span, 0, number.length),
        number.value == last ? "编号“" + written + "”重了"
                             : "编号“" + written + "”不接上一个（上一个是第 " + std::to_string(last) + " 条）",
        "按次序改写编号；漏了一条的补上");
    d.group = "文字";
  }

  Diagnostics& diagnostics_;
  std::array<int, kDeepest + 1> last_{};
  bool between_ = false;
};

}  // namespace

LineNumber read_line_number(std::string_view line) {
  const std::u32string text = decode_utf8(line.substr(0, 64));
  const bool bracket = !text.empty() && (text[0] == U'（' || text[0] == U'(');
  const std::size_t from = bracket ? 1 : 0;
  const Digits digits = read_digits(text, from);
  const std::size_t end = from + digits.count;
  if (digits.count == 0 || digits.value == 0 || end >= text.size()) return {};
  const char32_t after = text[end];
  if (bracket) {
    if (after != U'）' && after != U')') return {};
    return {digits.chinese ? 2 : kDeepest, digits.value, end + 1};
  }
  if (after == U'、') return {digits.chinese ? 1 : 3, digits.value, end + 1};
  const bool point = after == U'.' || after == U'．';
  const bool decimal = end + 1 < text.size() && is_digit(text[end + 1]);
  if (digits.chinese || !point || decimal) return {};
  return {3, digits.value, end + 1};
}

void check_numbering(const AuthoredValue& root, Diagnostics& diagnostics) {
  NumberingCheck check(diagnostics);
  for (const TextLine& line : root.lines) check.check(line);
  for (const AuthoredValue& child : root.children) check_numbering(child, diagnostics);
}

}  // namespace gongkai
