#pragma once

#include <vector>

#include "layout/layout_context.h"
#include "layout/page_area.h"

namespace gongkai {

/// 草稿 in large light letters across the page, as outlines: it is seen, yet neither found nor copied as text.
std::vector<Item> draft_stamp(LayoutContext& context, const PageArea& area);

}  // namespace gongkai
