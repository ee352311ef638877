#include "audit/printed_figure.h"

#include <optional>
#include <string>

#include "base/utf8.h"
#include "base/wide.h"

namespace gongkai {
namespace {

struct Shown {
  std::int64_t digits = 0;  ///< without point and sign
  std::int64_t scale = 1;   ///< 10^decimals
  bool percent = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A text that is nothing but one number.
std::optional<Shown> read_shown(std::string_view text) {
  Shown shown;
  bool point = false;
  bool any = false;
  text = trim(text);
  if (text.ends_with('%')) {
    shown.percent = true;
    text.remove_suffix(1);
  }
  if (text.starts_with('-')) text.remove_prefix(1);
  for (const char c : text) {
    if (c == ',') continue;
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c) && shown.digits < 1'000'000'000'000'000) {
      shown.digits = shown.digits * 10 + (c - '0');
      if (point) shown.scale *= 10;
      any = true;
    } else {
      return std::nullopt;
    }
  }
  return any ? std::optional(shown) : std::nullopt;
}

/// |numerator / denominator − digits / scale| is at most half a unit of the last digit shown.
bool rounds_to(Int128 numerator, Int128 denominator, const Shown& shown) {
  const Int128 exact = (numerator < 0 ? -numerator : numerator) * shown.scale * 2;
  const Int128 printed = static_cast<Int128>(shown.digits) * denominator * 2;
  const Int128 gap = exact > printed ? exact - printed : printed - exact;
  return gap <= denominator;
}

}  // namespace

bool agrees_with_fact(std::string_view text, const Fact& fact) {
  const auto shown = read_shown(text);
  if (const Money* amount = fact.amount()) {
    if (trim(text).empty()) return amount->is_zero();
    if (!shown || shown->percent) return true;
    return rounds_to(amount->fen(), kFenPerWan, *shown) || rounds_to(amount->fen(), 100, *shown);
  }
  const auto* ratio = std::get_if<Ratio>(&fact.value);
  if (ratio == nullptr || !shown) return true;
  const Int128 factor = shown->percent ? 100 : 1;
  return rounds_to(ratio->numerator() * factor, ratio->denominator(), *shown);
}

bool states_a_figure(std::string_view line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (!is_digit(line[i - 1])) continue;
    for (const std::string_view unit : {"元", "万元", "亿元", "%"}) {
      if (line.substr(i).starts_with(unit)) return true;
    }
  }
  return false;
}

}  // namespace gongkai
