// What units of one department pay each other: income of one, expenditure of another, and neither of the department.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// Negative entries that take out 上级补助收入 against 对附属单位补助支出 and 附属单位上缴收入 against 上缴上级支出, as
/// far as 其中本部门 says, otherwise wholly. Reports E0244, naming units and lines, when the two sides differ.
std::vector<LedgerEntry> eliminate_transfers(const std::vector<Ledger>& units, Diagnostics& diagnostics);

}  // namespace gongkai
