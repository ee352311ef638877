// Which folders a pack is made of: itself and what it extends.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack_context.h"

namespace gongkai {

struct PackLink {
  std::string name;  ///< folder name, with its year version
  std::filesystem::path folder;
  YamlNode settings;  ///< pack.yaml
};

/// The chain from the furthest parent to the pack named, each in the version that 适用年度 gives for `year`.
/// Empty after reporting that a pack is missing (E0520), not for this year (E0521) or extends itself (E0522).
std::vector<PackLink> find_pack_chain(const PackContext& context, std::string_view name, int year);

}  // namespace gongkai
