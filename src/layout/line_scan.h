// How wide a stretch of atoms is and how far it gives, as atoms are taken in one by one.
#pragma once

#include <cstddef>

#include "layout/atoms.h"

namespace gongkai {

/// Blanks at a line's end are dropped.
inline bool is_dropped(const Atom& atom) {
  return atom.kind == AtomKind::Blank || atom.kind == AtomKind::Unseen;
}

/// Sums over the glue of a line. Points.
struct LineSums {
  double natural = 0;
  double shrink = 0;
  double stretch = 0;  ///< of gaps and blanks
  int spreads = 0;     ///< places between which characters may part
};

class LineScan {
 public:
  LineScan(const AtomList& list, std::size_t first, bool keeps_lead)
      : list_(list), first_(first), keeps_lead_(keeps_lead) {}

  /// Takes in atom `i` (in order). Blanks wait until something follows them.
  void take(std::size_t i) {
    const Atom& atom = list_.atoms[i];
    if (i == first_) {
      pending_.natural += keeps_lead_ ? atom.lead : 0;
    } else {
      const Glue& glue = list_.glue[i];
      pending_.natural += glue.natural;
      pending_.shrink += glue.shrink_mark + glue.shrink_gap;
      pending_.stretch += glue.stretch_gap;
      pending_.spreads += glue.spread ? 1 : 0;
    }
    pending_.natural += atom.core;
    if (!is_dropped(atom)) {
      seen_ = pending_;
    }
  }

  /// Without blanks at the end.
  const LineSums& sums() const { return seen_; }

 private:
  const AtomList& list_;
  std::size_t first_;
  bool keeps_lead_;
  LineSums pending_;
  LineSums seen_;
};

}  // namespace gongkai
