// Sentences and sections that came out broken: what a template author cannot see without a document.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace gongkai {

/// Reports at the template line: empty brackets, a mark at the start, a sentence left hanging or without its stop, a word doubled, 其中
/// without anything after it (E0571); sections without content (W0572); empty statistical tables that do not say so
/// (W0573).
void find_flaws(const Document& document, Diagnostics& diagnostics);

}  // namespace gongkai
