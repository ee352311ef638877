#include "app/pack_shelf.h"

#include <exception>
#include <utility>

#include "app/recorded_world.h"
#include "input/read_ledger.h"
#include "pack/pack_reading.h"

namespace gongkai {
namespace {

/// The pack with the rules and the list that judge by its facts. Its texts are read and checked in another thread,
/// beside them.
void read_pack(const World& world, PackReading& reading, Helpers& helpers, Sources& sources, ShelvedPack& shelved) {
  std::promise<void> facts_known;
  Diagnostics of_contents;
  auto pack = helpers.begin([&] {
    reading.read_contents(of_contents);
    facts_known.get_future().get();
    return reading.finish(of_contents);
  });
  try {
    reading.read_facts(shelved.diagnostics);
    facts_known.set_value();
  } catch (...) {  // a broken machine; the other thread must not wait for ever
    facts_known.set_exception(std::current_exception());
    throw;
  }
  Diagnostics of_rules;  // not to be said when something they name was not read
  shelved.rules = load_rules(world, reading.rule_files(), reading.catalog(), sources, of_rules);
  shelved.self_check = load_self_check(world, reading.chain(), reading.catalog(), sources, of_rules);
  shelved.pack = pack.get();
  shelved.diagnostics.append(of_contents);
  if (shelved.pack) {
    shelved.diagnostics.append(of_rules);
  } else {
    shelved.self_check.reset();
  }
}

}  // namespace

std::shared_ptr<const ShelvedPack> PackShelf::load(const std::string& name, int year) {
  auto shelved = std::make_shared<ShelvedPack>();
  auto sources = std::make_shared<Sources>();
  const RecordedWorld world(world_);
  PackReading reading(world, name, year, *sources, shelved->diagnostics);
  if (reading.found()) read_pack(world, reading, *helpers_, *sources, *shelved);
  shelved->inputs = world.records();
  const std::vector<FileRecord>& shared = standard().inputs;
  shelved->inputs.insert(shelved->inputs.end(), shared.begin(), shared.end());
  shelved->sources = std::move(sources);
  return shelved;
}

PackShelf::Loaded PackShelf::slot(const std::string& name, int year) {
  const std::lock_guard lock(mutex_);
  const auto known = packs_.find({name, year});
  if (known != packs_.end()) return known->second;
  Loaded loaded = helpers_->begin([this, name, year] { return load(name, year); }).share();
  packs_.emplace(std::pair(name, year), loaded);
  return loaded;
}

void PackShelf::expect(const std::string& name, int year) {
  slot(name, year);
}

std::shared_ptr<const ShelvedPack> PackShelf::get(const std::string& name, int year) {
  return slot(name, year).get();
}

void PackShelf::settle() const {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, loaded] : packs_) loaded.wait();
}

bool PackShelf::empty() const {
  const std::lock_guard lock(mutex_);
  return packs_.empty();
}

std::optional<Classification> PackShelf::classification() {
  return standard().subjects;
}

const PackShelf::Standard& PackShelf::standard() {
  std::call_once(standard_read_, [this] {
    const RecordedWorld world(world_);
    Sources sources;
    Diagnostics problems;
    Classification subjects = read_classification(world, sources, problems);
    if (problems.items().empty()) standard_ = Standard{std::move(subjects), world.records()};
  });
  return standard_;
}

}  // namespace gongkai
