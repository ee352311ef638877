#pragma once

#include <cstddef>

#include "app/pack_shelf.h"
#include "app/program_digests.h"
#include "base/world.h"

namespace gongkai {

/// What all units of a run read and know of each other.
struct RunInputs {
  const World& world;
  PackShelf& packs;
  ProgramDigests& digests;
  std::size_t units = 1;  ///< in this run
};

}  // namespace gongkai
