// Words that deny what the figures say.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// “没有转移支付” beside a project that is one.
void check_contradictions(const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
