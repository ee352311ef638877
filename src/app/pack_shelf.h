// Packs and the subject classification are read once and shared by all units and threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/selfcheck.h"
#include "base/diagnostic.h"
#include "base/world.h"
#include "check/rule_set.h"
#include "compare/manifest.h"
#include "model/classification.h"
#include "pack/pack.h"

namespace gongkai {

struct ShelvedPack {
  std::shared_ptr<const Sources> sources;   ///< texts of the pack's files
  std::shared_ptr<const Pack> pack;         ///< null when it has errors
  RuleSet rules;                            ///< of the pack and what it extends
  std::optional<SelfCheckList> self_check;  ///< empty when the pack has none
  Diagnostics diagnostics;
  std::vector<FileRecord> inputs;  ///< what it, and the shelf's classification, was read from
};

class PackShelf {
 public:
  explicit PackShelf(const World& world) : world_(world) {}
  /// Loads on first use; thread-safe.
  std::shared_ptr<const ShelvedPack> get(const std::string& name, int year);
  /// The subject classification. Empty when something is wrong with it: each unit then reads it by itself, and says so.
  std::optional<Classification> classification();

 private:
  struct Standard {
    std::optional<Classification> subjects;
    std::vector<FileRecord> inputs;
  };

  const Standard& standard();

  const World& world_;
  std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::shared_ptr<const ShelvedPack>> packs_;
  std::optional<Standard> standard_;
};

}  // namespace gongkai
