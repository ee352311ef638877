#include "base/tolerance.h"

#include "base/wide.h"

namespace gongkai {

Tie compare_sums(Money left, Money right, std::size_t figures, LedgerUnit unit) {
  const std::int64_t difference = (left - right).abs().fen();
  if (difference == 0) return Tie::Exact;
  if (unit == LedgerUnit::Yuan) return Tie::Broken;
  // 0.005 万元 = 5,000 分; 0.0087 万元 = 8,700 分. Squared, so that no root is needed.
  const auto n = static_cast<Int128>(figures);
  if (difference > static_cast<std::int64_t>(5'000 * (n + 1))) return Tie::Broken;
  const Int128 square = static_cast<Int128>(difference) * difference;
  return square > static_cast<Int128>(8'700) * 8'700 * n ? Tie::WideTail : Tie::Tail;
}

}  // namespace gongkai
