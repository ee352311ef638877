#pragma once

#include "app/pack_shelf.h"
#include "app/program_digests.h"
#include "base/world.h"

namespace gongkai {

/// What all units of a run read.
struct RunInputs {
  const World& world;
  PackShelf& packs;
  ProgramDigests& digests;
};

}  // namespace gongkai
