// A last look at what was made, without asking how it was made: the composed document and its laid-out pages.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/frame.h"

namespace gongkai {

/// Printed figures against their facts, left-overs, amounts typed in templates, numbering of headings (E0971 …).
void audit_document(const Document& document, Diagnostics& diagnostics);

/// Table cells on the pages against the sheets' cells, 目录 against headings and pages, nothing outside a page.
void audit_frames(const Document& document, const Frames& frames, Diagnostics& diagnostics);

}  // namespace gongkai
