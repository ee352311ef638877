#include "app/pack_shelf.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace gongkai {
namespace {

/// The disk, with a count of the readings of each file.
class CountingWorld final : public World {
 public:
  explicit CountingWorld(const World& world) : world_(world) {}
  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override {
    ++readings_[path.filename().string()];
    return world_.read_file(path, max_bytes);
  }
  bool is_file(const std::filesystem::path& path) const override { return world_.is_file(path); }
  bool is_directory(const std::filesystem::path& path) const override { return world_.is_directory(path); }
  bool is_symlink(const std::filesystem::path& path) const override { return world_.is_symlink(path); }
  std::vector<std::string> list(const std::filesystem::path& path) const override { return world_.list(path); }
  std::filesystem::path home() const override { return world_.home(); }

  int readings(const std::string& name) const { return readings_[name]; }

 private:
  const World& world_;
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

TEST(PackShelf, APackThatIsNotThereHasNoSelfCheck) {
  const RealWorld disk(GONGKAI_SOURCE_DIR);
  PackShelf shelf(disk);
  const auto shelved = shelf.get("没有这个包", 2024);
  EXPECT_EQ(shelved->pack, nullptr);
  EXPECT_FALSE(shelved->self_check.has_value());
}

}  // namespace
}  // namespace gongkai
