// The files of one unit's year, written into the folder that is about to be published.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/build_options.h"
#include "app/disclosure.h"
#include "app/recorded_world.h"
#include "compare/snapshot.h"
#include "layout/frame.h"

namespace gongkai {

inline constexpr const char* kProvenanceName = "数据来源.json";

/// What the files are made from.
struct UnitWork {
  const RecordedWorld& world;  ///< what was read on the way
  Disclosure& disclosure;
  const Frames* frames;      ///< null when no PDF was asked for
  const std::string& fonts;  ///< fonts_identity()
  bool alone = false;        ///< no other unit waits for a processor
};

struct UnitFiles {
  std::vector<std::string> names;  ///< in the folder
  Snapshot snapshot;               ///< what they say
  std::string content;             ///< the same as the record has it
};

/// Writes what `options` ask for, the provenance, and last the manifest, which lists the others. False with the reason
/// in the disclosure's diagnostics.
bool write_unit_files(const UnitWork& work, const BuildOptions& options, const std::filesystem::path& folder,
                      UnitFiles& files);

}  // namespace gongkai
