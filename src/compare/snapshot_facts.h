#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "compare/snapshot.h"
#include "facts/fact_book.h"
#include "facts/print.h"

namespace gongkai {

/// The named figures a book has computed, with what each was computed from. `paths`: typed values by their place.
std::vector<SnapFact> snapshot_facts(const FactBook& book, const PrintStyle& style,
                                     const std::map<Span, std::string>& paths);

}  // namespace gongkai
