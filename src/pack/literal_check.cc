#include "pack/literal_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::array<std::u32string_view, 6> kUnits = {U"万元", U"亿元", U"元", U"%", U"％", U"‰"};
constexpr std::array<std::u32string_view, 10> kPlaceholders = {
    U"增加（减少）", U"减少（增加）", U"增长（下降）", U"下降（增长）", U"部门（单位）",
    U"单位（部门）", U"大于（小于）", U"……",           U"XX",           U"××"};

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Span span_of(Span span, const Found& found) {
  span.column += static_cast<std::uint32_t>(found.begin);
  span.length = static_cast<std::uint32_t>(found.end - found.begin);
  return span;
}

/// Digits ending at `end`, with separators and points between them.
Found number_before(std::u32string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == U'.' || text[begin - 1] == U',')) --begin;
  return {begin, end};
}

std::optional<Found> find_figure(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    std::size_t number_end = i;
    while (number_end > 0 && text[number_end - 1] == U' ') --number_end;
    if (number_end == 0 || !is_digit(text[number_end - 1])) continue;
    for (const std::u32string_view unit : kUnits) {
      if (text.substr(i).starts_with(unit)) return Found{number_before(text, number_end).begin, i + unit.size()};
    }
  }
  return std::nullopt;
}

std::optional<Found> find_placeholder(std::u32string_view text) {
  for (const std::u32string_view placeholder : kPlaceholders) {
    const std::size_t at = text.find(placeholder);
    if (at != std::u32string_view::npos) return Found{at, at + placeholder.size()};
  }
  return std::nullopt;
}

std::optional<Found> find_year(std::u32string_view text) {
  for (std::size_t at = text.find(U'年'); at != std::u32string_view::npos; at = text.find(U'年', at + 1)) {
    const Found number = number_before(text, at);
    const bool century = number.end - number.begin == 4 && (text[number.begin] == U'1' || text[number.begin] == U'2');
    if (century) return Found{number.begin, at + 1};
  }
  return std::nullopt;
}

std::string slice(std::u32string_view text, const Found& found) {
  return encode_utf8(text.substr(found.begin, found.end - found.begin));
}

}  // namespace

void check_literal(std::string_view literal, Span span, Diagnostics& diagnostics) {
  const std::u32string text = decode_utf8(literal);
  if (const auto figure = find_figure(text)) {
    diagnostics.error("E0535", span_of(span, *figure), "模板文字里写死了“" + slice(text, *figure) + "”",
                      "数字一律取自事实，写成 {事实名}；制度里固定不变的数写成文字值，如 {'100万元'}");
  }
  if (const auto placeholder = find_placeholder(text)) {
    diagnostics.error("E0536", span_of(span, *placeholder), "模板文字里有占位的写法“" + slice(text, *placeholder) + "”",
                      "用事实的措辞代替，如 {收支总计.较上年} 或 {收支总计.较上年.增减}");
  }
  if (const std::size_t brace = text.find_first_of(U"｛｝"); brace != std::u32string::npos) {
    const Found found{brace, brace + 1};
    diagnostics.warning("W0502", span_of(span, found),
                        "模板文字里有全角的花括号“" + slice(text, found) + "”，会照样印出来", "取值用半角的 { }");
  }
  if (const auto year = find_year(text)) {
    diagnostics.warning("W0501", span_of(span, *year), "模板文字里写死了“" + slice(text, *year) + "”，换一年就错了",
                        "本年写 {年度}，上年写 {上年度}；制度、文件本身的年份写成文字值，如 {'2016年'}");
  }
}

}  // namespace gongkai
