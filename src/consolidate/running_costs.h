#pragma once

#include <vector>

#include "model/ledger.h"

namespace gongkai {

/// 机关运行经费 of a department is that of its 行政单位 and 参照公务员法管理事业单位; 公用经费 is everybody's. What the
/// department's own file writes of them stays.
void sum_running_costs(const std::vector<Ledger>& units, Ledger& total);

}  // namespace gongkai
