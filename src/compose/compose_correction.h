#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "document/document.h"
#include "facts/fact_book.h"
#include "pack/pack.h"

namespace gongkai {

/// The pack's 更正说明 for one correction, an element with the fields of correction_names(). Empty after E0528 when the
/// pack has no correction.txt. The document's facts live in `book` and in `correction`.
std::optional<Document> compose_correction(const Pack& pack, const FactBook& book, const FactRecord& correction,
                                           Diagnostics& diagnostics);

}  // namespace gongkai
