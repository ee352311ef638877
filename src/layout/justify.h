// Choosing where lines end, and giving a line its width.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/atoms.h"

namespace gongkai {

/// A line as a stretch of atoms [first, last); atoms [last, next) are blanks dropped at its end.
struct AtomLine {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t next = 0;
  BreakKind quality = BreakKind::Good;  ///< the place it ends at
  bool ends_paragraph = false;
  bool keeps_lead = false;  ///< the blank half of an opening mark at its start stays (an indented paragraph)
};

/// Natural width: without the blank halves at its ends. Points.
double natural_width(const AtomList& list, const AtomLine& line);

struct BreakRequest {
  double first_width = 0;    ///< of the first line, after its indent; 0: no limit
  double rest_width = 0;     ///< of the others
  bool may_squeeze = false;  ///< punctuation and gaps may give way to take in one more piece
  bool keeps_first_lead = false;
  double size = 0;
};

/// Greedy: each line takes what fits, or a little more when its punctuation gives way; worse places are used only
/// when nothing else fits. Every atom is in one line.
std::vector<AtomLine> break_lines(const AtomList& list, const BreakRequest& request);

/// The glue of a line set to `width`: element k is the space before atom first + k (element 0 is 0). Punctuation gives
/// first, then gaps; gaps take first, then the places between Han characters evenly, numbers and words never. A line
/// that would be torn apart keeps its natural width.
std::vector<double> justify(const AtomList& list, const AtomLine& line, double width, double size);

}  // namespace gongkai
