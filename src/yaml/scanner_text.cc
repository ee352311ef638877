#include "yaml/scanner_text.h"

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// Stand-ins are in a plane for private use, each as far in as the character it stands for.
constexpr char32_t kStandIns = 0xF0000;

/// Controls, U+FEFF and non-characters, which libyaml refuses; NEL, LS and PS, which it takes for line ends.
bool needs_stand_in(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool is_stand_in(char32_t c) {
  if (c < kStandIns || c > kStandIns + 0xFFFF) return false;
  const char32_t meant = c - kStandIns;
  return meant == U':' || meant == U'\r' || needs_stand_in(meant);
}

/// The colon of `{甲:, 乙: 1}`, with which libyaml gives up. Stood in for, it stays with its key.
bool is_abrupt_colon(std::string_view line, std::size_t at) {
  if (at + 1 == line.size()) return false;
  static constexpr std::string_view kEndOfOther = "\"'}]";
  static constexpr std::string_view kIndicators = ",?[]{}";
  const bool ends_other = at > 0 && kEndOfOther.find(line[at - 1]) != std::string_view::npos;
  return !ends_other && kIndicators.find(line[at + 1]) != std::string_view::npos;
}

/// True for the few bytes that a character which needs care can begin with; every byte of every file passes here.
constexpr std::array<bool, 256> kMayNeedCare = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table.at(c) = c != '\t';
  for (const char c : {':', '\x7F', '\xC2', '\xE2', '\xEF'}) table.at(static_cast<unsigned char>(c)) = true;
  return table;
}();

bool needs_care(std::string_view line, std::size_t at) {
  if (!kMayNeedCare[static_cast<unsigned char>(line[at])]) return false;
  if (line[at] == ':') return is_abrupt_colon(line, at);
  return line[at] == '\r' || needs_stand_in(next_character(line, at));
}

bool is_blank_with_tabs(std::string_view line) {
  return line.find('\t') != std::string_view::npos && line.find_first_not_of(" \t") == std::string_view::npos;
}

struct Line {
  std::string_view text;
  std::string_view end;  ///< a lone return behind the last line is one more character that needs care
};

Line line_at(const LineIndex& lines, std::size_t i) {
  const std::size_t next = i + 1 < lines.line_count() ? lines.start(i + 1) : lines.text().size();
  const std::string_view text = lines.line(i);
  return {text, lines.text().substr(lines.start(i) + text.size(), next - lines.start(i) - text.size())};
}

bool needs_care(const Line& line) {
  if (line.end == "\r" || is_blank_with_tabs(line.text)) return true;
  for (std::size_t at = 0; at < line.text.size(); ++at) {
    if (needs_care(line.text, at)) return true;
  }
  return false;
}

void append_with_care(std::string& out, const Line& line) {
  if (is_blank_with_tabs(line.text)) {
    out.append(line.text.size(), ' ');
  } else {
    for (std::size_t at = 0; at < line.text.size();) {
      const bool care = needs_care(line.text, at);
      const char32_t c = next_character(line.text, at);
      append_utf8(out, care ? c + kStandIns : c);
    }
  }
  if (line.end == "\r") {
    append_utf8(out, kStandIns + U'\r');
  } else {
    out += line.end;
  }
}

}  // namespace

ScannerText::ScannerText(const LineIndex& lines) : source_(lines.text()) {
  std::size_t first = 0;
  while (first < lines.line_count() && !needs_care(line_at(lines, first))) ++first;
  if (first == lines.line_count()) return;
  replaced_ = source_.substr(0, lines.start(first));
  for (std::size_t i = first; i < lines.line_count(); ++i) append_with_care(replaced_, line_at(lines, i));
}

std::string ScannerText::restore(std::string_view scalar) const {
  if (replaced_.empty()) return std::string(scalar);
  std::string out;
  for (std::size_t at = 0; at < scalar.size();) {
    const char32_t c = next_character(scalar, at);
    append_utf8(out, is_stand_in(c) ? c - kStandIns : c);
  }
  return out;
}

}  // namespace gongkai
