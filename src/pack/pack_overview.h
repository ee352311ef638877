#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/world.h"

namespace gongkai {

/// What a pack says itself and what it leaves as its parents have it, pack by pack along the chain, in Chinese; for
/// `gongkai pack show`. Empty after reporting that the pack cannot be found.
std::string describe_pack(const World& world, std::string_view name, int year, Sources& sources,
                          Diagnostics& diagnostics);

}  // namespace gongkai
