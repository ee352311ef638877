// Findings about printed words point at what the unit wrote, not at the template that prints it.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace gongkai {

/// Where the unit wrote the words of a run; unknown for words of the pack and for figures.
Span authored_place(const Run& run);

/// Moves a finding about a run to the unit's own words, with a note where the template prints them. Nothing changes for
/// words of the pack.
void point_at_authored(Diagnostic& diagnostic, const Run& run);

/// The same for the first run of several that the unit wrote.
void point_at_authored(Diagnostic& diagnostic, const Runs& runs);

}  // namespace gongkai
