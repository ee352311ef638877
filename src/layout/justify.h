// Giving a line its width.
#pragma once

#include <vector>

#include "layout/line_breaks.h"

namespace gongkai {

/// More than this between two characters, in parts of the size, looks torn: the line stays ragged.
inline constexpr double kWidestSpread = 0.3;

/// Natural width: without the blank halves at its ends. Points.
double natural_width(const AtomList& list, const AtomLine& line);

/// The glue of a line as it is: element k is the space before atom first + k (element 0 is 0).
void natural_glue(const AtomList& list, const AtomLine& line, std::vector<double>& glue);

/// Makes a line of natural glue wider by `slack`, which may be negative. Punctuation gives first, then gaps; gaps take
/// first, then all places between characters evenly, numbers and words never. A line that would be torn apart keeps its
/// natural width. Points.
void justify(const AtomList& list, const AtomLine& line, double slack, double size, std::vector<double>& glue);

}  // namespace gongkai
