// How deep each heading lies.
#pragma once

#include <vector>

#include "layout/frame.h"

namespace gongkai::pdf {

/// By structure node: 1 to 6 for a heading, 0 for everything else. The parts' titles stand above the numbered headings.
/// A level an author leaves out (一、 then 1.) is not counted: readers that jump from heading to heading miss nothing.
std::vector<int> heading_levels(const std::vector<StructureNode>& nodes);

}  // namespace gongkai::pdf
