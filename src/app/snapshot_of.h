// A path on the command line to the snapshot it stands for.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/disclosure.h"
#include "app/pack_shelf.h"
#include "base/world.h"
#include "compare/snapshot.h"
#include "layout/fonts.h"

namespace gongkai {

struct SnapshotQuery {
  std::filesystem::path path;
  std::string year;  ///< of a folder that holds several; "" for the newest
};

struct SnapshotOutcome {
  std::optional<Snapshot> snapshot;
  std::string problems;                    ///< rendered diagnostics when there is none
  std::unique_ptr<Disclosure> disclosure;  ///< what it was taken of; null for a built folder
};

/// A built folder (or its manifest) says it itself; a unit folder or a year file is read, computed and laid out.
SnapshotOutcome snapshot_of(const World& world, PackShelf& packs, FontLibrary& fonts, const SnapshotQuery& query);

}  // namespace gongkai
