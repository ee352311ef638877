// What the rules of every pack say of themselves, for the manual of codes.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"

namespace gongkai {

struct RuleEntry {
  std::string pack;  ///< folder below templates
  std::string code;
  std::string group;
  std::string meaning;
  std::string hint;
};

/// The rules of every pack, base first, then packs by name; in a pack by code.
std::vector<RuleEntry> list_rules(const World& world, Diagnostics& diagnostics);

}  // namespace gongkai
