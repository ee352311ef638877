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
  std::string folder_name;  ///< of the unit, below the folder of units given: the first part of the output path
  std::string year;         ///< "2024"
};

/// A year file stands for itself; a unit folder (it holds unit.yaml), or its unit.yaml, for its newest year;
/// a folder of units for all of them below it, at any depth, sorted by name. Reports E0901 for anything else, and
/// W0905 for a unit without a year file, whose folder goes to `without_year` when that is not null.
std::vector<UnitYear> find_units(const World& world, const std::vector<std::string>& paths, Diagnostics& diagnostics,
                                 std::vector<std::string>* without_year = nullptr);

}  // namespace gongkai
