// What a reader moves by: links, named destinations, bookmarks, page labels.
#pragma once

#include "layout/frame.h"
#include "render/qpdf.h"

namespace gongkai {

/// Adds links, destinations, outline and page labels of `frames` to a file that has the same pages.
/// Cairo 1.16 could write some of these, but a link only inside a structure tag, and misspelt names silently.
void add_navigation(QPDF& pdf, const Frames& frames);

}  // namespace gongkai
