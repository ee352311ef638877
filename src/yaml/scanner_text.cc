#include "yaml/scanner_text.h"

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
  return c >= kStandIns && c <= kStandIns + 0xFFFF && (c == kStandIns + U':' || needs_stand_in(c - kStandIns));
}

/// The colon of `{甲:, 乙: 1}`, with which libyaml gives up. Stood in for, it stays with its key.
bool is_abrupt_colon(std::string_view text, std::size_t at) {
  if (text[at] != ':' || at == 0 || at + 1 == text.size()) return false;
  static constexpr std::string_view kEndOfOther = "\"'}]";
  static constexpr std::string_view kIndicators = ",?[]{}";
  return kEndOfOther.find(text[at - 1]) == std::string_view::npos &&
         kIndicators.find(text[at + 1]) != std::string_view::npos;
}

bool is_on_blank_line(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
  const std::size_t after = text.find_first_not_of(" \t\r", at);
  return (before == std::string_view::npos || text[before] == '\n') &&
         (after == std::string_view::npos || text[after] == '\n');
}

/// False for all bytes but a few; every byte of every file passes here.
bool may_need_care(char byte) {
  const auto lead = static_cast<unsigned char>(byte);
  if (lead < 0x20) return lead != '\n' && lead != '\r';
  return lead == ':' || lead == 0x7F || lead == 0xC2 || lead == 0xE2 || lead == 0xEF;
}

bool needs_care(std::string_view text, std::size_t at) {
  if (text[at] == '\t') return is_on_blank_line(text, at);
  if (text[at] == ':') return is_abrupt_colon(text, at);
  return needs_stand_in(next_character(text, at));
}

bool any_needs_care(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (may_need_care(text[at]) && needs_care(text, at)) return true;
  }
  return false;
}

}  // namespace

ScannerText::ScannerText(std::string_view text) : source_(text) {
  if (!any_needs_care(text)) return;
  for (std::size_t at = 0; at < text.size();) {
    const bool care = may_need_care(text[at]) && needs_care(text, at);
    const char32_t c = next_character(text, at);
    append_utf8(replaced_, !care ? c : c == U'\t' ? U' ' : c + kStandIns);
  }
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
