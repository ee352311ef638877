// How numbers are printed. Independent of the process locale; rounds half up (away from zero), once.
#pragma once

#include <cstdint>
#include <string>

#include "base/money.h"
#include "base/ratio.h"

namespace gongkai {

struct DecimalStyle {
  int decimals = 2;
  bool trim_zeros = true;  ///< 1945.80 -> 1945.8, 8.00 -> 8
  bool thousands = false;  ///< 1,945.8
  friend bool operator==(const DecimalStyle&, const DecimalStyle&) = default;
};

/// The number styles of a pack.
struct NumberStyle {
  DecimalStyle prose_amount{2, true, false};  ///< 万元 in sentences
  DecimalStyle table_amount{2, false, true};  ///< 万元 in cells
  DecimalStyle percent{1, true, false};       ///< without the sign
  bool table_zero_blank = true;
  friend bool operator==(const NumberStyle&, const NumberStyle&) = default;
};

/// `amount` in 万元.
std::string format_wan(Money amount, const DecimalStyle& style);
/// `amount` in 元.
std::string format_yuan(Money amount, const DecimalStyle& style);
/// With the sign: "14.6%".
std::string format_percent(Ratio ratio, const DecimalStyle& style);
/// A plain number: ratio itself (scores, averages).
std::string format_ratio(Ratio ratio, const DecimalStyle& style);
std::string format_integer(std::int64_t value, bool thousands = false);

/// Rounds to whole cents of 万元 (100 元), half up: what a table cell shows, in 分.
Money round_to_printed_wan(Money amount);

/// 一、二 … 十、十一 … 九十九 (1..99).
std::string chinese_ordinal(int value);

}  // namespace gongkai
