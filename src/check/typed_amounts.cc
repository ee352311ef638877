#include "check/typed_amounts.h"

#include <algorithm>
#include <array>

#include "base/number_format.h"
#include "base/utf8.h"
#include "check/prose.h"

namespace gongkai {
namespace {

constexpr std::array kExplaining = {"原因", "差异原因", "变动原因", "用途", "成效", "年初调整原因", "年末事项"};
/// Below it (1,000 万元) figures are near each other by chance.
constexpr Money kTelling = Money::from_fen(1'000 * kFenPerWan);

bool is_explaining(const std::string& path) {
  if (path.starts_with("原因.")) return true;
  const std::string last = path.substr(path.rfind('.') + 1);
  return std::ranges::find(kExplaining, last) != kExplaining.end();
}

/// The text with what stands in braces blanked.
std::u32string without_quotes(const std::string& line) {
  std::u32string text = decode_utf8(line);
  bool quoted = false;
  for (char32_t& c : text) {
    if (c == U'{') quoted = true;
    const bool end = c == U'}';
    if (quoted) c = U'　';
    if (end) quoted = false;
  }
  return text;
}

bool is_number_character(char32_t c) {
  return (c >= U'0' && c <= U'9') || c == U'.' || c == U',' || c == U'，';
}

/// 分 of one 元, 万元 or 亿元 written at `at`; 0 when no unit stands there.
std::int64_t unit_at(std::u32string_view text, std::size_t at, std::size_t& length) {
  const std::u32string_view rest = text.substr(std::min(at, text.size()));
  for (const auto& [word, fen] :
       {std::pair{U"元", std::int64_t{100}}, std::pair{U"万元", kFenPerWan}, std::pair{U"亿元", kFenPerWan * 10'000}}) {
    if (!rest.starts_with(word)) continue;
    length = std::u32string_view(word).size();
    return fen;
  }
  return 0;
}

/// Digits with separators dropped, times `unit` 分; empty when it is not exact or too large.
bool read_amount(std::u32string_view digits, std::int64_t unit, TypedAmount& typed) {
  std::int64_t value = 0;
  std::int64_t scale = 1;
  bool fraction = false;
  for (const char32_t c : digits) {
    if (c == U'.') {
      if (fraction) return false;
      fraction = true;
    } else if (c >= U'0' && c <= U'9') {
      if (value > 1'000'000'000'000) return false;
      value = value * 10 + static_cast<std::int64_t>(c - U'0');
      if (fraction) scale *= 10;
    }
  }
  if (scale > unit || unit % scale != 0 || value > kMaxFen / (unit / scale)) return false;
  typed.amount = Money::from_fen(value * (unit / scale));
  typed.last_digit = Money::from_fen(unit / scale);
  return value > 0;
}

}  // namespace

std::vector<TypedAmount> find_typed_amounts(const std::string& line) {
  const std::u32string text = without_quotes(line);
  std::vector<TypedAmount> found;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] < U'0' || text[i] > U'9') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_number_character(text[end])) ++end;
    std::size_t unit_from = end;
    if (unit_from < text.size() && (text[unit_from] == U'余' || text[unit_from] == U'多' || text[unit_from] == U' '))
      ++unit_from;
    std::size_t unit_length = 0;
    const std::int64_t unit = unit_at(text, unit_from, unit_length);
    TypedAmount typed{.at = i, .length = unit_from + unit_length - i};
    if (unit > 0 && read_amount(std::u32string_view(text).substr(i, end - i), unit, typed)) found.push_back(typed);
    i = end;
  }
  return found;
}

TypedAmounts::TypedAmounts(const FactBook& book) {
  for (const std::string_view name : book.known_names()) {
    const Fact* fact = book.find(name);
    if (fact == nullptr || fact->amount() == nullptr || fact->amount()->abs() < kTelling) continue;
    facts_.push_back(fact);
  }
}

const Fact* TypedAmounts::nearly(const TypedAmount& typed) const {
  const Fact* near = nullptr;
  for (const Fact* fact : facts_) {
    const Money value = *fact->amount();
    const Money gap = (value - typed.amount).abs();
    if (gap.fen() * 2 <= typed.last_digit.fen()) return nullptr;  // it is this figure, or rounds to it
    const bool shifted = value.fen() == typed.amount.fen() * 10 || typed.amount.fen() == value.fen() * 10 ||
                         value.fen() == typed.amount.fen() * 10'000 || typed.amount.fen() == value.fen() * 10'000;
    const bool last_digit =
        typed.amount >= kTelling && typed.last_digit.fen() < kFenPerWan && gap.fen() * 2 <= typed.last_digit.fen() * 3;
    if ((shifted || last_digit) && near == nullptr) near = fact;
  }
  return near;
}

void TypedAmounts::check(const std::string& path, const std::string& text, Span start, Diagnostics& diagnostics) const {
  for (const TypedAmount& typed : find_typed_amounts(text)) {
    const Span span = inside(start, typed.at, typed.length);
    if (is_explaining(path)) {
      Diagnostic& d = diagnostics.warning("W0365", span, "原因、用途、成效里手写了金额",
                                          "金额改用引用，例如 {收支总计.较上年.绝对额}万元；改账时它会跟着变");
      d.group = "文字";
      continue;
    }
    if (const Fact* fact = nearly(typed)) {
      Diagnostic& d = diagnostics.warning(
          "W0366", span,
          "手写的金额与“" + fact->name + "”（" + format_wan(*fact->amount(), {2, true, true}) + " 万元）只差一点",
          "若说的就是它，写成 {" + fact->name + "}万元");
      d.group = "文字";
    }
  }
}

}  // namespace gongkai
