#include "layout/file_mapping.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "test_fonts.h"

namespace gongkai {
namespace {

TEST(FileMapping, HasTheBytesOfTheFileBeforeAndAfterLettingGo) {
  const std::string path = (prepared_fonts() / "DejaVuSans.ttf").string();
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto mapping = FileMapping::open(path);
  ASSERT_NE(mapping, nullptr);
  EXPECT_TRUE(mapping->bytes() == bytes);
  mapping->let_go();
  EXPECT_TRUE(mapping->bytes() == bytes);
}

TEST(FileMapping, OfNoFileAndOfAnEmptyOneThereIsNone) {
  EXPECT_EQ(FileMapping::open("/没有/这个文件"), nullptr);
  EXPECT_EQ(FileMapping::open("/dev/null"), nullptr);
  EXPECT_EQ(FileMapping::open(prepared_fonts().string()), nullptr);  // a folder
}

}  // namespace
}  // namespace gongkai
