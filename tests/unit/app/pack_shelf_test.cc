#include "app/pack_shelf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace gongkai {
namespace {

/// Another world, seen through a test's own way of reading files.
class WorldSeenThrough : public World {
 public:
  explicit WorldSeenThrough(const World& world) : world_(world) {}
  bool is_file(const std::filesystem::path& path) const override { return world_.is_file(path); }
  bool is_directory(const std::filesystem::path& path) const override { return world_.is_directory(path); }
  bool is_symlink(const std::filesystem::path& path) const override { return world_.is_symlink(path); }
  std::vector<std::string> list(const std::filesystem::path& path) const override { return world_.list(path); }
  std::filesystem::path home() const override { return world_.home(); }

 protected:
  const World& world_;
};

/// The disk, with a count of the readings of each file.
class CountingWorld final : public WorldSeenThrough {
 public:
  using WorldSeenThrough::WorldSeenThrough;
  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override {
    const std::lock_guard lock(mutex_);
    ++readings_[path.filename().string()];
    return world_.read_file(path, max_bytes);
  }

  int readings(const std::string& name) const { return readings_[name]; }

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, int> readings_;
};

TEST(PackShelf, ReadsAPackItsRulesAndItsSelfCheckOnceForAllUnits) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  const CountingWorld world(disk);
  PackShelf shelf(world);
  const auto first = shelf.get("hubei-wuhan", 2024);
  const int lists = world.readings("selfcheck.yaml");
  ASSERT_GT(lists, 0);
  const int rules = world.readings("rules.yaml");
  const auto second = shelf.get("hubei-wuhan", 2024);
  EXPECT_EQ(first, second);
  ASSERT_TRUE(first->self_check.has_value());
  EXPECT_EQ(world.readings("selfcheck.yaml"), lists);
  EXPECT_EQ(world.readings("rules.yaml"), rules);
  EXPECT_TRUE(first->diagnostics.items().empty());
}

TEST(PackShelf, WhatIsExpectedIsReadOnceAndTheSameAsWhatIsAskedFor) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  PackShelf plain(disk);
  const CountingWorld world(disk);
  PackShelf shelf(world);
  EXPECT_TRUE(shelf.empty());
  shelf.expect("hubei-wuhan", 2024);
  EXPECT_FALSE(shelf.empty());
  shelf.expect("hubei-wuhan", 2024);
  const auto expected = shelf.get("hubei-wuhan", 2024);
  EXPECT_EQ(expected, shelf.get("hubei-wuhan", 2024));
  EXPECT_EQ(world.readings("disclosure.txt"), 2);  // that of hubei and its own; base has none
  const auto asked = plain.get("hubei-wuhan", 2024);
  ASSERT_TRUE(expected->pack && asked->pack);
  EXPECT_EQ(expected->rules.rules.size(), asked->rules.rules.size());
  EXPECT_EQ(expected->pack->catalog.definitions().size(), asked->pack->catalog.definitions().size());
  ASSERT_EQ(expected->inputs.size(), asked->inputs.size());
  for (std::size_t i = 0; i < asked->inputs.size(); ++i) EXPECT_EQ(expected->inputs[i].sha256, asked->inputs[i].sha256);
}

TEST(PackShelf, WhatIsExpectedInVainIsWaitedFor) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  PackShelf(disk).expect("hubei-wuhan", 2024);
  PackShelf(disk).expect("没有这个包", 2024);
}

/// A disk on which one file cannot be read.
class FailingWorld final : public WorldSeenThrough {
 public:
  FailingWorld(const World& world, std::string file) : WorldSeenThrough(world), file_(std::move(file)) {}
  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override {
    if (path.filename() == file_) throw std::runtime_error("磁盘坏了");
    return world_.read_file(path, max_bytes);
  }

 private:
  std::string file_;
};

TEST(PackShelf, AMachineThatFailsIsPassedOnAndNotWaitedFor) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  for (const std::string file : {"pack.yaml", "facts.yaml", "disclosure.txt", "rules.yaml", "selfcheck.yaml"}) {
    const FailingWorld world(disk, file);
    PackShelf shelf(world);
    shelf.expect("hubei-wuhan", 2024);
    EXPECT_THROW(shelf.get("hubei-wuhan", 2024), std::runtime_error) << file;
    EXPECT_THROW(shelf.get("hubei-wuhan", 2024), std::runtime_error) << file << ", asked again";
  }
}

TEST(PackShelf, OfABrokenPackTheFactsFileIsTheOnlyCauseSaid) {
  const MemoryWorld world(
      std::map<std::string, std::string>{{"/templates/坏/pack.yaml", "名称: 坏\n"},
                                         {"/templates/坏/facts.yaml", "事实:\n  甲: {金额: [}\n"},
                                         {"/templates/坏/rules.yaml", "规则:\n  E0399: {须: 甲 > 0, 文: 不对}\n"},
                                         {"/templates/坏/disclosure.txt", "{甲}万元。\n"}});
  PackShelf shelf(world);
  const auto shelved = shelf.get("坏", 2024);
  EXPECT_EQ(shelved->pack, nullptr);
  ASSERT_EQ(shelved->diagnostics.items().size(), 1U);
  EXPECT_EQ(shelved->diagnostics.items()[0].code, "E0502");
}

TEST(PackShelf, ReadsTheClassificationOnceAndRecordsItWithEveryPack) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  const CountingWorld world(disk);
  PackShelf shelf(world);
  const auto shared = shelf.classification();
  ASSERT_TRUE(shared.has_value());
  ASSERT_NE(shared->find("2080101"), nullptr);
  EXPECT_EQ(shared->find("2080101"), shelf.classification()->find("2080101"));
  for (const std::string name : {"hubei-wuhan", "neimenggu"}) {
    const auto& inputs = shelf.get(name, 2024)->inputs;
    const bool recorded =
        std::ranges::any_of(inputs, [](const FileRecord& file) { return file.file.ends_with("/subjects.csv"); });
    EXPECT_TRUE(recorded) << name;
  }
  EXPECT_EQ(world.readings("subjects.csv"), 1);
}

TEST(PackShelf, KeepsNoClassificationWithFaults) {
  const MemoryWorld world(std::map<std::string, std::string>{
      {"/data/classification/subjects.csv", "编码,名称,级次,分类,来源\n20,甲,类,,\n"}});
  EXPECT_FALSE(PackShelf(world).classification().has_value());
  EXPECT_FALSE(PackShelf(MemoryWorld(std::map<std::string, std::string>{})).classification().has_value());
}

TEST(PackShelf, APackThatIsNotThereHasNoSelfCheck) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  PackShelf shelf(disk);
  const auto shelved = shelf.get("没有这个包", 2024);
  EXPECT_EQ(shelved->pack, nullptr);
  EXPECT_FALSE(shelved->self_check.has_value());
}

}  // namespace
}  // namespace gongkai
