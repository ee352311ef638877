#pragma once

#include "base/source.h"
#include "compare/document_index.h"
#include "compare/snapshot.h"
#include "facts/fact_book.h"

namespace gongkai {

/// What a finished disclosure says.
Snapshot take_snapshot(const FactBook& book, const DocumentIndex& index, const Sources& sources);

}  // namespace gongkai
