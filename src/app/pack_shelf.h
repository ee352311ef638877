// A cache: packs and the subject classification are read once and shared by all units and threads.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/selfcheck.h"
#include "base/diagnostic.h"
#include "base/helpers.h"
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
  explicit PackShelf(const World& world, std::shared_ptr<Helpers> helpers = std::make_shared<Helpers>())
      : world_(world), helpers_(std::move(helpers)) {}
  ~PackShelf() { settle(); }
  PackShelf(const PackShelf&) = delete;
  PackShelf& operator=(const PackShelf&) = delete;

  /// Begins to load in other threads, so that something else may be done until it is asked for; thread-safe.
  void expect(const std::string& name, int year);
  /// Loads on first use; thread-safe.
  std::shared_ptr<const ShelvedPack> get(const std::string& name, int year);
  /// Waits for what was begun and never asked for.
  void settle() const;
  /// Whether nothing was asked for yet.
  bool empty() const;
  /// The subject classification. Empty when something is wrong with it: each unit then reads it by itself, and says so.
  std::optional<Classification> classification();

 private:
  struct Standard {
    std::optional<Classification> subjects;
    std::vector<FileRecord> inputs;
  };

  using Loaded = std::shared_future<std::shared_ptr<const ShelvedPack>>;

  Loaded slot(const std::string& name, int year);
  std::shared_ptr<const ShelvedPack> load(const std::string& name, int year);
  const Standard& standard();

  const World& world_;
  std::shared_ptr<Helpers> helpers_;
  std::once_flag standard_read_;
  Standard standard_;
  mutable std::mutex mutex_;  ///< of packs_
  std::map<std::pair<std::string, int>, Loaded> packs_;
};

}  // namespace gongkai
