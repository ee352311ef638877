// Fills that stay distinct in black and white, drawn as vectors so that every printer shows them alike.
#pragma once

#include <cairo.h>

#include "layout/frame.h"

namespace gongkai {

/// Fills the current path and keeps it. `gray` is used by Pattern::Solid only.
void fill_with_pattern(cairo_t* context, Pattern pattern, double gray);

}  // namespace gongkai
