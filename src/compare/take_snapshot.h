#pragma once

#include <string>

#include "base/source.h"
#include "compare/snapshot.h"
#include "document/document.h"
#include "facts/fact_book.h"
#include "layout/frame.h"

namespace gongkai {

/// What a finished disclosure says. `frames` may be null: then nothing has a page.
Snapshot take_snapshot(const FactBook& book, const Document& document, const Frames* frames, const Sources& sources);

/// "2024.yaml:12": the place of a span with the file named from the unit's folder; "" when unknown.
std::string local_place(const Span& span, const Sources& sources, const std::string& folder);

}  // namespace gongkai
