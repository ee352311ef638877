// Dates of the publication held against the law's time limit.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// 决算 are published within twenty days of their approval (预算法 第十四条).
void check_publication_date(const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
