#include "app/program_digests.h"

#include "app/recorded_world.h"

namespace gongkai {

std::string ProgramDigests::of(const std::filesystem::path& path) {
  const std::lock_guard lock(mutex_);
  const auto [known, is_new] = known_.try_emplace(path.string());
  if (is_new) known->second = current_digest(world_, path);
  return known->second;
}

}  // namespace gongkai
