#include "layout/atoms.h"

namespace gongkai {
namespace {

void set_size(Atom& atom, const AtomSize& size) {
  const double cell = atom.cells > 0 ? atom.cells * size.cell : atom.advance * size.size;
  const double natural = atom.advance * size.size * atom.scale;
  atom.lead = atom.lead_part * cell;
  atom.tail = atom.tail_part * cell;
  atom.core = cell - atom.lead - atom.tail;
  atom.shift = (cell - natural) / 2 - atom.lead;  // the glyph stands in the middle of its cell
}

}  // namespace

void set_size(AtomList& list, const AtomSize& size) {
  if (list.set_at == size) return;
  list.set_at = size;
  list.glue.resize(list.atoms.size());
  for (std::size_t i = 0; i < list.atoms.size(); ++i) {
    set_size(list.atoms[i], size);
    if (i > 0) list.glue[i] = glue_between(list.atoms[i - 1], list.atoms[i], size.size);
  }
}

}  // namespace gongkai
