#pragma once

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "pack/pack.h"

namespace gongkai {

/// Composes the pack's document from every trial ledger, with the options' defaults and with every other value of each,
/// and reports what came out wrong, each finding once, with a note that names the ledgers. Problems of the ledgers
/// themselves are not the pack's and are left out.
void try_pack(const World& world, const Pack& pack, Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
