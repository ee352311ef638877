// The sum a table states, as a formula.
#pragma once

#include <string>

#include "document/document.h"

namespace gongkai {

enum class SumOutcome {
  Formula,     ///< `text` holds it
  Plain,       ///< no sum stated, a given total takes part, or Excel's limits are exceeded: write the value
  Differs,     ///< the stated cells do not add up to the value, and none of them is given
  BadAddress,  ///< an address outside the table, of a covered cell or of the cell itself
};

struct SumFormula {
  SumOutcome outcome = SumOutcome::Plain;
  std::string text;  ///< "=ROUND(SUM(C5:C9,C12),6)"
};

/// `at` is the total's own place. Row 0 of the table stands in sheet row `first_row`. `decimals` is how far the unit is
/// exact: 6 in 万元, 2 in 元. The ROUND takes away the noise of adding binary fractions, which shows as a wrong cent.
SumFormula sum_formula(const Table& table, const CellAddress& at, int first_row, int decimals);

}  // namespace gongkai
