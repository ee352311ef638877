// Choosing where the lines of a text end.
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

struct BreakRequest {
  double first_width = 0;  ///< of the first line, after its indent; 0: no limit
  double rest_width = 0;   ///< of the others
  bool justified = false;  ///< lines are set to the width: punctuation and gaps may give way
  bool keeps_first_lead = false;
  double size = 0;
};

/// Breaks a text so that every atom is in one line. Ragged text: each line takes what fits. Justified text: the breaks
/// of the whole text are weighed together, so that no line is torn or pressed for its neighbours' ease. Worse places
/// are used only when nothing else fits.
std::vector<AtomLine> break_lines(const AtomList& list, const BreakRequest& request);

/// The line of atoms [first, next), blanks at its end dropped.
AtomLine make_line(const AtomList& list, std::size_t first, std::size_t next, bool keeps_lead);

}  // namespace gongkai
