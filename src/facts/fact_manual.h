#pragma once

#include <functional>
#include <string>

#include "base/source.h"
#include "facts/catalog.h"

namespace gongkai {

/// Which pack a definition stands in; empty leaves the column out.
using PackOfSpan = std::function<std::string(const Span&)>;

/// Every fact and list with meaning, type and formula, the variables, the suffixes and the functions: Markdown, for
/// `gongkai pack facts` and docs/事实.md.
std::string fact_manual(const FactCatalog& catalog, const std::string& title, const PackOfSpan& pack_of);

}  // namespace gongkai
