// A text cut and shaped before it is known how large and how wide it is set.
#pragma once

#include <string>

#include "document/document.h"
#include "layout/atom_cutter.h"
#include "layout/atoms.h"

namespace gongkai {

/// Made by LineComposer::prepare, to be set by the same composer at any size, in any measure, as often as wanted. Lives
/// no longer than the runs it was made of.
struct PreparedText {
  const Runs* runs = nullptr;
  std::string role;
  AtomList whole;     ///< no word is cut
  AtomList cut;       ///< the words wider than `cut_for` are
  WordLimit cut_for;  ///< of the measure this was last set in, when that cut words
};

}  // namespace gongkai
