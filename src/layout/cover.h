#pragma once

#include "layout/layout_context.h"
#include "layout/page_builder.h"

namespace gongkai {

/// The cover: a page of its own without a number; the title above the middle, the other lines in the lower third.
void place_cover(LayoutContext& context, PageBuilder& builder, const Cover& cover);

}  // namespace gongkai
