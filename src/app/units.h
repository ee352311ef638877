// From what stands on the command line to the year files to work on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"

namespace gongkai {

/// One unit's year to build or check.
struct UnitYear {
  std::filesystem::path year_file;
  std::string folder_name;  ///< of the unit, the first part of the output path
  std::string year;         ///< "2024"
};

/// A year file stands for itself; a unit folder (it holds unit.yaml) for its newest year;
/// a folder of units for each of them, sorted by name. Reports E0901 for anything else.
std::vector<UnitYear> find_units(const World& world, const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace gongkai
