#include "app/pack_shelf.h"

#include <utility>

#include "app/recorded_world.h"
#include "input/read_ledger.h"

namespace gongkai {

std::shared_ptr<const ShelvedPack> PackShelf::get(const std::string& name, int year) {
  const std::lock_guard lock(mutex_);
  auto& slot = packs_[{name, year}];
  if (!slot) {
    auto shelved = std::make_shared<ShelvedPack>();
    auto sources = std::make_shared<Sources>();
    const RecordedWorld world(world_);
    shelved->pack = load_pack(world, name, year, *sources, shelved->diagnostics);
    if (shelved->pack) {
      const Pack& pack = *shelved->pack;
      shelved->rules = load_rules(world, pack.rule_files, pack.catalog, *sources, shelved->diagnostics);
      shelved->self_check = load_self_check(world, pack.chain, pack.catalog, *sources, shelved->diagnostics);
    }
    shelved->inputs = world.records();
    const std::vector<FileRecord>& shared = standard().inputs;
    shelved->inputs.insert(shelved->inputs.end(), shared.begin(), shared.end());
    shelved->sources = std::move(sources);
    slot = std::move(shelved);
  }
  return slot;
}

std::optional<Classification> PackShelf::classification() {
  const std::lock_guard lock(mutex_);
  return standard().subjects;
}

const PackShelf::Standard& PackShelf::standard() {
  if (!standard_) {
    standard_.emplace();
    const RecordedWorld world(world_);
    Sources sources;
    Diagnostics problems;
    Classification subjects = read_classification(world, sources, problems);
    if (problems.items().empty()) standard_ = Standard{std::move(subjects), world.records()};
  }
  return *standard_;
}

}  // namespace gongkai
