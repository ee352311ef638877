#include "app/shard.h"

#include <gtest/gtest.h>

#include <string>

namespace gongkai {
namespace {

TEST(Shard, ReadsAPair) {
  const auto shard = parse_shard("3/10");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->index, 3U);
  EXPECT_EQ(shard->count, 10U);
  EXPECT_FALSE(shard->whole());
  EXPECT_TRUE(parse_shard("1/1")->whole());
}

TEST(Shard, RefusesWhatIsNotOne) {
  for (const char* text : {"", "3", "/3", "3/", "0/3", "4/3", "a/3", "1/3x", " 1/3", "-1/3", "1/0", "1/100001"}) {
    EXPECT_FALSE(parse_shard(text)) << text;
  }
}

TEST(Shard, EveryUnitIsInExactlyOnePart) {
  for (const std::uint32_t count : {1U, 2U, 7U, 10U}) {
    for (int unit = 0; unit < 300; ++unit) {
      int parts = 0;
      for (std::uint32_t index = 1; index <= count; ++index) {
        parts += in_shard({index, count}, "单位" + std::to_string(unit)) ? 1 : 0;
      }
      EXPECT_EQ(parts, 1) << unit;
    }
  }
}

TEST(Shard, PartsAreOfLikeSize) {
  int first = 0;
  for (int unit = 0; unit < 1000; ++unit) first += in_shard({1, 4}, "u" + std::to_string(unit)) ? 1 : 0;
  EXPECT_NEAR(first, 250, 60);
}

TEST(Shard, AUnitStaysInItsPartOnAnyMachine) {
  // Parts are agreed between machines: this must not change from one version of the program to the next.
  EXPECT_TRUE(in_shard({4, 4}, "jianghan"));
  EXPECT_FALSE(in_shard({1, 4}, "jianghan"));
}

}  // namespace
}  // namespace gongkai
