#include "app/program_digests.h"

#include <gtest/gtest.h>

#include "app/recorded_world.h"

namespace gongkai {
namespace {

TEST(ProgramDigests, AreThoseOfTheFilesWhenFirstAskedFor) {
  using Files = std::map<std::string, std::string>;
  MemoryWorld world(Files{{"/home/templates/x/pack.yaml", "名称: 一"}});
  ProgramDigests digests(world);
  const std::string pack = digests.of("/home/templates/x/pack.yaml");
  const std::string folder = digests.of("/home/templates/x/");
  EXPECT_EQ(pack, current_digest(world, "/home/templates/x/pack.yaml"));
  EXPECT_EQ(folder, current_digest(world, "/home/templates/x/"));
  EXPECT_EQ(digests.of("/home/templates/x/facts.yaml"), "");
  world = MemoryWorld(Files{{"/home/templates/x/facts.yaml", ""}});
  EXPECT_EQ(digests.of("/home/templates/x/pack.yaml"), pack);
  EXPECT_EQ(digests.of("/home/templates/x/"), folder);
  EXPECT_EQ(digests.of("/home/templates/x/facts.yaml"), "");
  EXPECT_EQ(ProgramDigests(world).of("/home/templates/x/pack.yaml"), "");
}

}  // namespace
}  // namespace gongkai
