// Exact ratios: shares, growth and completion rates. Rounded once, when printed.
#pragma once

#include <cstdint>
#include <optional>

#include "base/money.h"
#include "base/wide.h"

namespace gongkai {

/// An exact fraction with a positive denominator. 14.6 % is 0.146, not 14.6.
class Ratio {
 public:
  constexpr Ratio() = default;

  /// Empty when the denominator is zero: such a ratio does not exist.
  static std::optional<Ratio> of(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) return std::nullopt;
    return denominator < 0 ? Ratio(-numerator, -denominator) : Ratio(numerator, denominator);
  }
  static std::optional<Ratio> of(Money part, Money whole) { return of(part.fen(), whole.fen()); }

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }

  friend bool operator==(Ratio a, Ratio b) { return compare(a, b) == 0; }
  friend bool operator<(Ratio a, Ratio b) { return compare(a, b) < 0; }

  /// -1, 0 or 1; exact through 128-bit products.
  static int compare(Ratio a, Ratio b) {
    const auto left = static_cast<Int128>(a.numerator_) * b.denominator_;
    const auto right = static_cast<Int128>(b.numerator_) * a.denominator_;
    return left < right ? -1 : left > right ? 1 : 0;
  }

 private:
  constexpr Ratio(std::int64_t n, std::int64_t d) : numerator_(n), denominator_(d) {}
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace gongkai
