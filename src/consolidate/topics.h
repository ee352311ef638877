// What is not in the books: 三公经费, 机关运行经费, 政府采购, 国有资产 of several units as one.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// Puts the units' figures into `total.year`, beside the department's own words.
void sum_topics(const std::vector<Ledger>& units, Ledger& total, Diagnostics& diagnostics);

}  // namespace gongkai
