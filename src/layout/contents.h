// 目录: headings with leaders and page numbers, each entry a link.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/layout_context.h"
#include "layout/page_builder.h"

namespace gongkai {

/// Printed number of the page on which each destination stands.
using DestinationPages = std::map<std::string, std::string>;
DestinationPages destination_pages(const std::vector<BuiltPage>& pages);

/// Lays out the pages of a 目录. They carry no number, so the numbers they show do not depend on how many they are,
/// and laying them out after the body settles them at once.
std::vector<BuiltPage> lay_out_contents(LayoutContext& context, const Contents& contents,
                                        const DestinationPages& destinations, StructureId structure);

}  // namespace gongkai
