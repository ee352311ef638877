#include "pdf/unicode_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongkai::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(UnicodeMap, NeighboursShareARange) {
  EXPECT_THAT(unicode_map({{3, "决"}, {1, "部"}, {2, "门"}}),
              HasSubstr("1 beginbfrange\n<0001><0003>[<90E8><95E8><51B3>]\nendbfrange\n"));
}

TEST(UnicodeMap, GapsAndCodesWithoutTextEndARange) {
  EXPECT_THAT(unicode_map({{1, "a"}, {2, ""}, {3, "ff"}, {5, "𠀀"}}),
              HasSubstr("3 beginbfrange\n<0001><0001>[<0061>]\n<0003><0003>[<00660066>]\n<0005><0005>[<D840DC00>]\n"
                        "endbfrange\n"));
}

TEST(UnicodeMap, RangesDifferInTheLastByteOnly) {
  EXPECT_THAT(unicode_map({{0xFE, "a"}, {0xFF, "b"}, {0x100, "c"}}),
              HasSubstr("<00FE><00FF>[<0061><0062>]\n<0100><0100>[<0063>]\n"));
}

TEST(UnicodeMap, SectionsHoldAHundredRanges) {
  std::vector<CodeText> texts;
  for (std::uint32_t i = 0; i < 250; ++i) texts.push_back({2 * i + 1, "x"});
  const std::string map = unicode_map(texts);
  EXPECT_THAT(map, HasSubstr("\n100 beginbfrange\n<0001><0001>"));
  EXPECT_THAT(map, HasSubstr("endbfrange\n50 beginbfrange\n<0191><0191>"));
  EXPECT_THAT(unicode_map({}), Not(HasSubstr("bfrange")));
}

}  // namespace
}  // namespace gongkai::pdf
