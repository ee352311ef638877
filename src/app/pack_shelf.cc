#include "app/pack_shelf.h"

#include "app/recorded_world.h"

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
    shelved->sources = std::move(sources);
    slot = std::move(shelved);
  }
  return slot;
}

}  // namespace gongkai
