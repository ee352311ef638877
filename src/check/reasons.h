// Reasons held against the figures they explain.
#pragma once

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// A reason that points the other way (“……增加” for a decrease), and one for a figure that did not change.
void check_reasons(const FactBook& book, Diagnostics& diagnostics);

/// +1: the words only speak of more; -1: only of less; 0: neither or both.
int direction_of_words(std::string_view reason);

}  // namespace gongkai
