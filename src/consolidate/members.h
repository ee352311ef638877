// The ledgers of a department's units: where they lie, and reading them.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "model/ledger.h"

namespace gongkai {

/// Folders of the units with 文件夹, below `folder`, in the order of 下属单位. Reports E0230 for one that is absolute,
/// a link, the department itself, named twice, or further away than a neighbour (“../某单位”).
std::vector<std::filesystem::path> member_folders(const World& world, const std::filesystem::path& folder,
                                                  const AuthoredValue& unit, Diagnostics& diagnostics);

/// The same for the unit.yaml in `folder`, saying nothing of what is wrong with it; none for a unit by itself.
std::vector<std::filesystem::path> department_folders(const World& world, const std::filesystem::path& folder);

/// Reads the same year of each. Reports E0241 for a unit that itself adds up units; of warnings and notes nothing.
std::vector<Ledger> read_members(const World& world, const std::vector<std::filesystem::path>& folders,
                                 const std::string& year_name, const Classification& classification, Sources& sources,
                                 Diagnostics& diagnostics);

}  // namespace gongkai
