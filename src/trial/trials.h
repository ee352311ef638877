// The made-up ledgers on which packs are tried: data/trial/trials.yaml.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"

namespace gongkai {

struct TrialCase {
  std::string name;     ///< 名
  std::string meaning;  ///< 说
  std::string file;     ///< the year file, from the program's home
};

/// The cases in the order of writing. Reports E0570.
std::vector<TrialCase> read_trials(const World& world, Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
