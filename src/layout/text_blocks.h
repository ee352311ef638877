// Headings and paragraphs as strips.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "layout/layout_context.h"
#include "layout/strip.h"

namespace gongkai {

/// Text lines of one style under one structure node, a strip each, ready for the flow: no single line of a paragraph
/// is left alone at the foot or head of a page. `width` in points. `extra_lines`: what a centred title may take beyond
/// need to break well.
std::vector<Strip> text_strips(LayoutContext& context, const Runs& runs, const TextStyle& style, double width,
                               StructureId structure, std::size_t extra_lines = 0);

/// The strips of a heading, its destination in the first; they keep with what follows. Enters it into the outline.
std::vector<Strip> heading_strips(LayoutContext& context, const Heading& heading, double width);

std::vector<Strip> paragraph_strips(LayoutContext& context, const Paragraph& paragraph, double width);

/// The printed line of a heading: number and text. A number without a mark of its own (第一部分) is set apart.
Runs heading_runs(const Heading& heading);

/// Pitch of a style's lines. Points.
double line_pitch(const LayoutContext& context, const TextStyle& style);

}  // namespace gongkai
