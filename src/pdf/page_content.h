// The content stream of a page.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"
#include "pdf/font_set.h"

namespace gongkai::pdf {

struct PageContent {
  std::string stream;
  /// The structure node each marked piece belongs to, by its number on the page (MCID).
  std::vector<StructureId> marks;
};

PageContent write_page_content(const Page& page, const FontSet& fonts);

}  // namespace gongkai::pdf
