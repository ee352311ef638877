// A stable part of many units, so that a scheduler can spread them over machines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongkai {

/// Part `index` of `count`, from 1. The default is everything.
struct Shard {
  std::uint32_t index = 1;
  std::uint32_t count = 1;

  bool whole() const { return count == 1; }
};

/// "3/10" -> part 3 of 10; empty when it is not such a pair with 1 ≤ i ≤ n ≤ 100000.
std::optional<Shard> parse_shard(std::string_view text);

/// Whether the unit of this name belongs to the part. It depends on the name and n alone, so that a unit stays in its
/// part whatever other units come or go, and every unit is in exactly one part.
bool in_shard(const Shard& shard, std::string_view unit_name);

}  // namespace gongkai
