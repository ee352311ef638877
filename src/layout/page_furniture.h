#pragma once

#include <vector>

#include "layout/layout_context.h"
#include "layout/page_builder.h"

namespace gongkai {

/// Numbers the body pages from 1 (label and printed “— 1 —”) and stamps every page of a draft. All of it artefacts.
/// GB/T 9704—2012, 7.5: the dashes 7 mm below the text block, odd pages at the right, even ones at the left, one
/// character in from the edge. Section 8: a landscape page has its number where the sheet has it before it is turned,
/// beside the table's left edge, so that all numbers of a bound document lie in one place.
void furnish_pages(LayoutContext& context, std::vector<BuiltPage>& pages);

/// Gives body pages their labels; done before 目录 needs them.
void label_pages(std::vector<BuiltPage>& pages);

}  // namespace gongkai
