// A year file that is last year's under a new name.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// Warns of a book (收入, 支出, 经济分类) nearly all of whose figures are last year's to the cent.
void check_copied_year(const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
