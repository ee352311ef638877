#pragma once

#include "app/leftovers.h"
#include "app/pack_shelf.h"
#include "app/program_digests.h"
#include "base/helpers.h"
#include "base/world.h"

namespace gongkai {

/// What all units of a run read and know of each other.
struct RunInputs {
  const World& world;
  PackShelf& packs;
  ProgramDigests& digests;
  Helpers* helpers = nullptr;      ///< when units are built one at a time; else they keep the processors busy
  Leftovers* leftovers = nullptr;  ///< of a run for one unit
};

}  // namespace gongkai
