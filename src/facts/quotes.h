// Texts that quote facts in braces, taken apart so that every piece keeps its fact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/print.h"

namespace gongkai {

struct QuotedPiece {
  std::string text;            ///< as printed
  const Fact* fact = nullptr;  ///< the fact printed here; nullptr for the unit's own words
};

/// The pieces of a Text fact as it is printed.
std::vector<QuotedPiece> expand_quotes(const Fact& fact, const PrintStyle& style);
/// The pieces of one line of a LongText fact.
std::vector<QuotedPiece> expand_quotes(const Fact& fact, const TextLine& line, const PrintStyle& style);

}  // namespace gongkai
