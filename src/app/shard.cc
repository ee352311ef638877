#include "app/shard.h"

#include <charconv>

namespace gongkai {
namespace {

constexpr std::uint32_t kMostShards = 100000;

std::optional<std::uint32_t> positive(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0 || number > kMostShards) {
    return std::nullopt;
  }
  return number;
}

/// FNV-1a, then the finaliser of splitmix64: the low bits of FNV alone are poor for short names that differ little.
std::uint64_t spread(std::string_view name) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

}  // namespace

std::optional<Shard> parse_shard(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto index = positive(text.substr(0, slash));
  const auto count = positive(text.substr(slash + 1));
  if (!index || !count || *index > *count) return std::nullopt;
  return Shard{*index, *count};
}

bool in_shard(const Shard& shard, std::string_view unit_name) {
  return spread(unit_name) % shard.count + 1 == shard.index;
}

}  // namespace gongkai
