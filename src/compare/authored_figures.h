#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "compare/snapshot.h"
#include "model/ledger.h"

namespace gongkai {

/// Every value a unit typed in its year file and unit.yaml, by path (after `prefix`), in the order of writing.
/// `paths` gets the path of each by its place.
std::vector<SnapFigure> authored_figures(const Ledger& ledger, const Sources& sources,
                                         std::map<Span, std::string>& paths, const std::string& prefix = {});

}  // namespace gongkai
