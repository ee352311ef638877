// The 尾差 rule: a ledger in 元 ties exactly, one in 万元 carries rounding.
#pragma once

#include <cstddef>

#include "base/money.h"

namespace gongkai {

enum class Tie {
  Exact,
  Tail,      ///< within 0.0087 × √n 万元 (three sigma of n rounded figures): a note
  WideTail,  ///< beyond it but within 0.005 × (n + 1) 万元: a warning
  Broken     ///< an error
};

/// How two sums that should be equal compare; `figures` = authored figures that take part on both sides.
Tie compare_sums(Money left, Money right, std::size_t figures, LedgerUnit unit);

}  // namespace gongkai
