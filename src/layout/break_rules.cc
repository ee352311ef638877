#include "layout/break_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "layout/text_class.h"

namespace gongkai {
namespace {

/// Between a number and its unit: 3,000多万元.
constexpr std::u32string_view kMultipliers = U"余多十百千万亿";

/// Units of one character that stay with their number.
constexpr std::u32string_view kShortUnits =
    U"元角分年月日号时个辆人次批台套家户名项件份倍页条款章岁天位座处所米吨度亩场期届级类周季册篇只张部支段间栋层株棵头"
    U"万亿团组户㎡㎞";

/// Units of several characters.
constexpr std::array<std::u32string_view, 12> kLongUnits = {U"个百分点", U"平方公里", U"平方米", U"立方米",
                                                            U"百分点",   U"公里",     U"公顷",   U"公斤",
                                                            U"人次",     U"小时",     U"分钟",   U"个月"};

constexpr std::size_t kLongestUnit = 4;

/// No number and unit that belong together are longer apart than this.
constexpr std::size_t kUnitReach = 8;

constexpr bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

class BreakFinder {
 public:
  BreakFinder(std::u32string_view text, std::span<const TextClass> classes) : text_(text), classes_(classes) {}

  void find(std::vector<BreakKind>& kinds) {
    kinds.assign(text_.size(), BreakKind::Never);
    for (std::size_t i = 1; i < text_.size(); ++i) {
      since_digit_ = at(i - 1) == TextClass::Digit ? 1 : since_digit_ + 1;
      kinds[i] = before(i);
    }
  }

 private:
  TextClass at(std::size_t i) const { return classes_[i]; }
  bool digit_at(std::size_t i) const { return i < text_.size() && at(i) == TextClass::Digit; }

  BreakKind before(std::size_t i) const {
    const TextClass a = at(i - 1);
    const TextClass b = at(i);
    if (b == TextClass::Combining || text_[i - 1] == 0x200D) {
      return BreakKind::Never;
    }
    if (a == TextClass::LineFeed) {
      return BreakKind::Forced;
    }
    if (b == TextClass::LineFeed || is_blank(b) || b == TextClass::BreakHere || b == TextClass::Invisible) {
      return BreakKind::Forbidden;
    }
    if (a == TextClass::BreakHere) {
      return BreakKind::Good;
    }
    if (a == TextClass::Glue || b == TextClass::Glue) {
      return BreakKind::Loose;
    }
    if (is_pair_of_marks(i)) {
      return BreakKind::Never;
    }
    if (forbidden(i)) {
      return BreakKind::Forbidden;
    }
    if (is_blank(a) || a == TextClass::Invisible) {
      return BreakKind::Good;
    }
    if (b == TextClass::Digit && closes_year(i - 1)) {
      return BreakKind::Fair;
    }
    if (inside_address(i)) {
      return BreakKind::Fair;
    }
    if (inside_word(i)) {
      return BreakKind::Word;
    }
    return loose(i) ? BreakKind::Loose : BreakKind::Good;
  }

  /// —— and …… are one mark of two characters; a longer row is made of pairs.
  bool is_pair_of_marks(std::size_t i) const {
    const TextClass mark = at(i);
    if ((mark != TextClass::Dash && mark != TextClass::Ellipsis) || at(i - 1) != mark) {
      return false;
    }
    std::size_t first = i;
    while (first > 0 && at(first - 1) == mark) {
      --first;
    }
    return (i - first) % 2 == 1;
  }

  /// Closing marks at a line's start, opening ones at its end. Blanks between do not count: they would be dropped.
  bool forbidden(std::size_t i) const {
    const TextClass b = at(i);
    if (b == TextClass::Close || b == TextClass::Postfix || b == TextClass::MiddleDot || b == TextClass::Dash ||
        b == TextClass::Ellipsis || (b == TextClass::NarrowClose && !starts_number(i))) {
      return true;
    }
    std::size_t last = i;
    while (last > 0 && (is_blank(at(last - 1)) || at(last - 1) == TextClass::Invisible)) {
      --last;
    }
    if (last == 0) {
      return false;
    }
    const TextClass a = at(last - 1);
    return a == TextClass::Open || a == TextClass::NarrowOpen || a == TextClass::Prefix;
  }

  /// ".5" after a blank begins a number, it does not end a sentence.
  bool starts_number(std::size_t i) const { return text_[i] == U'.' && digit_at(i + 1) && is_blank(at(i - 1)); }

  bool inside_word(std::size_t i) const {
    const TextClass a = at(i - 1);
    const TextClass b = at(i);
    if (is_range_mark(i - 1) || is_range_mark(i)) {
      return true;
    }
    if (!is_narrow(a) && a != TextClass::Prefix) {
      return false;
    }
    if (!is_narrow(b) && b != TextClass::Prefix) {
      return false;
    }
    const bool after_joint = (text_[i - 1] == U'-' || text_[i - 1] == U'/') && i >= 2 &&
                             at(i - 2) == TextClass::Letter && b == TextClass::Letter;
    return !after_joint;
  }

  /// After a joint of a web or mail address.
  bool inside_address(std::size_t i) const {
    if (!is_narrow(at(i)) || !contains(U"/._-?&=@", text_[i - 1]) || contains(U"/._-?&=@", text_[i])) {
      return false;
    }
    std::size_t first = i;
    while (first > 0 && is_narrow(at(first - 1))) {
      --first;
    }
    std::size_t last = i;
    while (last < text_.size() && is_narrow(at(last))) {
      ++last;
    }
    const std::u32string_view word = text_.substr(first, last - first);
    return word.find(U"://") != word.npos || word.find(U"www.") != word.npos || word.find(U'@') != word.npos;
  }

  /// 10～20, 2023—2024, 2024－2025: the mark between two numbers.
  bool is_range_mark(std::size_t i) const {
    return i > 0 && digit_at(i + 1) && digit_or_percent(i - 1) && contains(U"～〜—－−–", text_[i]);
  }

  bool digit_or_percent(std::size_t i) const {
    return at(i) == TextClass::Digit || text_[i] == U'%' || text_[i] == U'％';
  }

  bool loose(std::size_t i) const {
    if (at(i - 1) == TextClass::Tick || (text_[i - 1] == U'第' && digit_at(i))) {
      return true;
    }
    return inside_unit(i);
  }

  /// The bracket at `i` closes a year of four digits, as in 〔2024〕5号.
  bool closes_year(std::size_t i) const {
    return i >= 5 && contains(U"〕］]）", text_[i]) && contains(U"〔［[（", text_[i - 5]) && digit_at(i - 1) &&
           digit_at(i - 2) && digit_at(i - 3) && digit_at(i - 4);
  }

  /// The place before `i` lies between a number and the end of its unit.
  bool inside_unit(std::size_t i) const {
    if (since_digit_ > kUnitReach) {
      return false;
    }
    if (number_ends_before(i) && (contains(kMultipliers, text_[i]) || contains(kShortUnits, text_[i]))) {
      return true;
    }
    for (std::size_t begin = i; begin > 0 && i - begin < kLongestUnit; --begin) {
      if (number_ends_before(begin) && long_unit_from(begin) > i - begin) return true;
    }
    return false;
  }

  /// Characters of the longest unit of several that begins here; 0: none does.
  std::size_t long_unit_from(std::size_t begin) const {
    std::size_t longest = 0;
    for (const std::u32string_view unit : kLongUnits) {
      if (text_.substr(begin).starts_with(unit)) longest = std::max(longest, unit.size());
    }
    return longest;
  }

  /// A digit, and multipliers after it, end right before `i`.
  bool number_ends_before(std::size_t i) const {
    while (i > 0 && contains(kMultipliers, text_[i - 1])) {
      --i;
    }
    return i > 0 && at(i - 1) == TextClass::Digit;
  }

  std::u32string_view text_;
  std::span<const TextClass> classes_;
  std::size_t since_digit_ = kUnitReach;  ///< characters from the last digit to the place asked about
};

}  // namespace

std::vector<BreakKind> find_breaks(std::u32string_view text) {
  std::vector<TextClass> classes;
  for (const char32_t c : text) classes.push_back(classify(c));
  std::vector<BreakKind> kinds;
  find_breaks(text, classes, kinds);
  return kinds;
}

void find_breaks(std::u32string_view text, std::span<const TextClass> classes, std::vector<BreakKind>& kinds) {
  BreakFinder(text, classes).find(kinds);
}

}  // namespace gongkai
