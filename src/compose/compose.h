#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "document/document.h"
#include "facts/fact_book.h"
#include "pack/pack.h"

namespace gongkai {

/// Pack and facts to a document. Reports what the pack or the data lack (E06xx); empty only when nothing can be composed.
/// The document's facts live in `book`.
std::optional<Document> compose(const Pack& pack, const FactBook& book, Diagnostics& diagnostics);

}  // namespace gongkai
