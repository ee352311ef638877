// What a reader moves by: named destinations, links, bookmarks, page labels.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"
#include "pdf/object_file.h"
#include "pdf/structure.h"

namespace gongkai::pdf {

/// Entries of the catalog: /Names, /Outlines with /PageMode, /PageLabels. `pages` are the pages' objects.
std::string write_navigation(const Frames& frames, const std::vector<int>& pages, ObjectFile& file);

/// Adds the annotations of one page to `links`; returns the page's /Annots entry, empty without links.
/// Keys in the parent tree count on from the pages' own.
std::string write_links(const Frames& frames, std::size_t page, int page_object, std::vector<LinkObject>& links,
                        ObjectFile& file);

}  // namespace gongkai::pdf
