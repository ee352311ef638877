#include "input/leftovers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// Pairs of which a template leaves both, the second in brackets; in either order.
constexpr std::array kAlternatives = {
    std::pair{U"增加", U"减少"},   std::pair{U"增长", U"下降"},   std::pair{U"增长", U"降低"},
    std::pair{U"增加", U"下降"},   std::pair{U"上升", U"下降"},   std::pair{U"高于", U"低于"},
    std::pair{U"大于", U"小于"},   std::pair{U"提高", U"降低"},   std::pair{U"部门", U"单位"},
    std::pair{U"本部门", U"单位"}, std::pair{U"本单位", U"部门"}, std::pair{U"本部门", U"本单位"},
    std::pair{U"是", U"否"},       std::pair{U"有", U"无"},
};

constexpr std::array kPlain = {
    U"......", U"（填写", U"请填写", U"填写：", U"【填写", U"此处填写", U"待填写",
    U"待补充", U"____",   U"＿＿",   U"（）",   U"【】",   U"××",       U"某某",
};

std::u32string with_full_brackets(std::string_view line) {
  std::u32string text = decode_utf8(line);
  for (char32_t& c : text) {
    if (c == U'(') c = U'（';
    if (c == U')') c = U'）';
    if (c == U'Ｘ') c = U'X';
  }
  return text;
}

bool is_ascii_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'/' || c == U'.' || c == U'-' || c == U'_';
}

/// XX or XXX standing alone or after digits (20XX), not a part of a model number or an address.
std::optional<Leftover> find_crosses(const std::u32string& text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] == U'X') ++end;
    const bool alone = (i == 0 || !is_ascii_word(text[i - 1])) && (end == text.size() || !is_ascii_word(text[end]));
    if (end - i >= 2 && alone) return Leftover{i, end - i, encode_utf8(text.substr(i, end - i))};
    i = std::max(end, i + 1);
  }
  return std::nullopt;
}

/// Nearly every line has none of these and is done.
bool may_hold_leftovers(std::u32string_view text) {
  constexpr std::u32string_view kTelling = U"（【…X填待_＿×某";
  return text.find_first_of(kTelling) != std::u32string_view::npos || text.find(U"....") != std::u32string_view::npos;
}

/// Takes what was found when it stands before the best so far.
void keep_earlier(std::optional<Leftover>& best, std::size_t at, std::u32string_view found) {
  if (!best || at < best->at) best = Leftover{at, found.size(), encode_utf8(found)};
}

void keep_first(std::optional<Leftover>& best, const std::u32string& text, std::u32string_view pattern) {
  const std::size_t at = text.find(pattern);
  if (at != std::u32string::npos) keep_earlier(best, at, pattern);
}

/// “……” where words are left out on purpose: inside a quotation, with words on both sides.
bool leaves_out_words(std::u32string_view text, std::size_t at) {
  const std::size_t open = text.substr(0, at).find_last_of(U"“”");
  if (open == std::u32string_view::npos || text[open] != U'“') return false;
  const std::size_t after = at + 2;
  return open + 1 < at && after < text.size() && text[after] != U'”';
}

void keep_dots(std::optional<Leftover>& best, const std::u32string& text) {
  constexpr std::u32string_view kDots = U"……";
  std::size_t at = text.find(kDots);
  while (at != std::u32string::npos && leaves_out_words(text, at)) at = text.find(kDots, at + kDots.size());
  if (at != std::u32string::npos) keep_earlier(best, at, kDots);
}

/// "增加（减少）", the first of them.
void keep_alternatives(std::optional<Leftover>& best, std::u32string_view text) {
  for (std::size_t open = text.find(U'（'); open != text.npos; open = text.find(U'（', open + 1)) {
    const std::u32string_view before = text.substr(0, open);
    const std::u32string_view after = text.substr(open + 1);
    const auto keep = [&](std::u32string_view one, std::u32string_view other) {
      if (!before.ends_with(one) || !after.starts_with(other)) return;
      if (!after.substr(other.size()).starts_with(U'）')) return;
      const std::size_t at = open - one.size();
      const std::size_t length = one.size() + other.size() + 2;
      keep_earlier(best, at, text.substr(at, length));
    };
    for (const auto& [one, other] : kAlternatives) {
      keep(one, other);
      keep(other, one);
    }
  }
}

bool is_dash_only(const std::u32string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char32_t c) { return c == U'-' || c == U'—' || c == U'/'; });
}

}  // namespace

std::optional<Leftover> find_leftover(std::string_view line) {
  const std::u32string text = with_full_brackets(line);
  if (is_dash_only(text)) return Leftover{0, text.size(), std::string(line)};
  if (!may_hold_leftovers(text)) return std::nullopt;
  std::optional<Leftover> best = find_crosses(text);
  keep_alternatives(best, text);
  keep_dots(best, text);
  for (const char32_t* plain : kPlain) keep_first(best, text, plain);
  if (text.starts_with(U"填写") && !best) best = Leftover{0, 2, "填写"};
  return best;
}

}  // namespace gongkai
