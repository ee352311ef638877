#pragma once

#include "layout/layout_context.h"
#include "layout/page_builder.h"

namespace gongkai {

/// Puts a table on pages. A statistical table or form begins a page of its orientation (headings that wait go with it)
/// and ends its last page; a table in text stands in the flow. E0720 for a row or notes that no page can hold.
void place_table(LayoutContext& context, PageBuilder& builder, const Table& table);

}  // namespace gongkai
