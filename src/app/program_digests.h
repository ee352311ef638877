// Digests of the program's own files, which all units of a run share.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "base/world.h"

namespace gongkai {

/// Looks at each file once: as its packs are read once, a run takes the program's files as they were when it first asked.
class ProgramDigests {
 public:
  explicit ProgramDigests(const World& world) : world_(world) {}

  /// What current_digest() of this path was; thread-safe.
  std::string of(const std::filesystem::path& path);

 private:
  const World& world_;
  std::mutex mutex_;
  std::map<std::string, std::string> known_;
};

}  // namespace gongkai
