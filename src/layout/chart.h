// Charts of the document as strips: drawing and caption, kept together.
#pragma once

#include <vector>

#include "layout/layout_context.h"
#include "layout/strip.h"

namespace gongkai {

/// A chart over `width` points with its caption below, and the same drawn smaller. Figures stand on it, so it needs
/// no scale.
Strip chart_strip(LayoutContext& context, const Chart& chart, double width);

}  // namespace gongkai
