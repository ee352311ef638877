// Draws the items of a page with Cairo; shared by the PDF and the PNG backend.
#pragma once

#include <cairo.h>

#include "layout/frame.h"
#include "render/font_faces.h"

namespace gongkai {

/// Draws what is visible on a page; links and destinations are left to the backend.
void paint_page(cairo_t* context, const Page& page, const FontFaces& faces);

}  // namespace gongkai
