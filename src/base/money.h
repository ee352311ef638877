// Exact amounts. An amount never passes through a floating-point type before the XLSX writer.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

/// The unit in which a year file authors its amounts.
enum class LedgerUnit { Yuan, WanYuan };

/// An exact amount in 分 (0.01 元). Sums of a ledger stay far below the range of int64
/// because the parser refuses a single amount above kMaxFen.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money from_fen(std::int64_t fen) { return Money(fen); }

  constexpr std::int64_t fen() const { return fen_; }
  constexpr bool is_zero() const { return fen_ == 0; }
  constexpr Money abs() const { return Money(fen_ < 0 ? -fen_ : fen_); }

  friend constexpr Money operator+(Money a, Money b) { return Money(a.fen_ + b.fen_); }
  friend constexpr Money operator-(Money a, Money b) { return Money(a.fen_ - b.fen_); }
  friend constexpr Money operator-(Money a) { return Money(-a.fen_); }
  Money& operator+=(Money b) {
    fen_ += b.fen_;
    return *this;
  }
  Money& operator-=(Money b) {
    fen_ -= b.fen_;
    return *this;
  }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t fen) : fen_(fen) {}
  std::int64_t fen_ = 0;
};

/// 1 万元 = 1,000,000 分.
inline constexpr std::int64_t kFenPerWan = 1'000'000;
/// Largest authored amount: 10 万亿元, so that nine thousand of them still sum without overflow.
inline constexpr std::int64_t kMaxFen = 1'000'000'000'000'000;

/// Why a scalar is not an amount; each has its own message and hint.
enum class AmountError {
  Empty,
  NotANumber,
  ThousandsSeparator,
  FullWidth,
  Exponent,
  UnitInside,
  NaNOrInf,
  LeadingZero,
  TooManyDecimals,
  TooLarge
};

struct ParsedAmount {
  std::optional<Money> value;
  AmountError error = AmountError::Empty;  ///< meaningful when value is empty
};

/// Parses authored decimal text: 元 with at most two decimals, 万元 with at most six.
/// No sign but a leading '-', no separator, exponent, unit or full-width digit.
ParsedAmount parse_amount(std::string_view text, LedgerUnit unit);

/// An exact non-money decimal: units / 10^scale (indicator values, 1188.57).
struct Decimal {
  std::int64_t units = 0;
  int scale = 0;  ///< number of decimals as authored, 0..6
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Parses a plain decimal (optional '-', digits, at most six decimals).
std::optional<Decimal> parse_decimal(std::string_view text);

/// As authored, trailing zeros kept: 1188.57, 98, 2.50.
std::string to_string(Decimal value);

}  // namespace gongkai
