#include <gtest/gtest.h>

#include "base/utf8.h"
#include "publish/publish.h"

namespace gongkai {
namespace {

TEST(SafeFileName, KeepsOrdinaryNames) {
  EXPECT_EQ(safe_file_name("示范中心2024年度部门决算"), "示范中心2024年度部门决算");
  EXPECT_EQ(safe_file_name("决算（公开）v1.2"), "决算（公开）v1.2");
}

TEST(SafeFileName, CannotLeaveItsFolder) {
  EXPECT_EQ(safe_file_name("../../etc/passwd"), "／..／etc／passwd");
  EXPECT_EQ(safe_file_name("..\\x"), "＼x");
  EXPECT_EQ(safe_file_name(".hidden"), "hidden");
}

TEST(SafeFileName, ReplacesWhatWindowsRefuses) {
  EXPECT_EQ(safe_file_name("a:b*c?d\"e<f>g|h"), "a：b＊c？d＂e＜f＞g｜h");
  EXPECT_EQ(safe_file_name("决算. . "), "决算");
  EXPECT_EQ(safe_file_name("con"), "_con");
  EXPECT_EQ(safe_file_name("COM1.决算"), "_COM1.决算");
  EXPECT_EQ(safe_file_name("common"), "common");
}

TEST(SafeFileName, DropsControlAndDirectionMarks) {
  EXPECT_EQ(safe_file_name("决\n算\t\x7f"), "决算");
  EXPECT_EQ(safe_file_name("决\u202e算\ufeff"), "决算");
}

TEST(SafeFileName, IsNeverEmpty) {
  EXPECT_EQ(safe_file_name(""), "未命名");
  EXPECT_EQ(safe_file_name("...  "), "未命名");
}

TEST(SafeFileName, FitsTheFileSystem) {
  std::string three_bytes;
  std::string four_bytes;
  for (int i = 0; i < 200; ++i) {
    three_bytes += "长";
    four_bytes += "𠀀";
  }
  EXPECT_EQ(count_characters(safe_file_name(three_bytes)), 80U);
  EXPECT_LE(safe_file_name(four_bytes).size(), 240U);
  EXPECT_FALSE(find_invalid_utf8(safe_file_name(four_bytes)).has_value());
}

}  // namespace
}  // namespace gongkai
