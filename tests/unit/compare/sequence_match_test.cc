#include "compare/sequence_match.h"

#include <gtest/gtest.h>

#include <string>

namespace gongkai {
namespace {

/// "[a|b]" for a gap, the rest as it is.
std::string aligned(const std::string& before, const std::string& after) {
  std::string out;
  std::size_t at = 0;
  const auto same = [&](std::size_t i, std::size_t j) { return before[i] == after[j]; };
  for (const SequenceGap& gap : sequence_gaps(before.size(), after.size(), same)) {
    out += before.substr(at, gap.before_begin - at) + "[" +
           before.substr(gap.before_begin, gap.before_end - gap.before_begin) + "|" +
           after.substr(gap.after_begin, gap.after_end - gap.after_begin) + "]";
    at = gap.before_end;
  }
  return out + before.substr(at);
}

TEST(SequenceMatch, NothingDiffers) {
  EXPECT_EQ(aligned("abc", "abc"), "abc");
  EXPECT_EQ(aligned("", ""), "");
}

TEST(SequenceMatch, FindsWhatCameAndWent) {
  EXPECT_EQ(aligned("abc", "axc"), "a[b|x]c");
  EXPECT_EQ(aligned("abc", "abxc"), "ab[|x]c");
  EXPECT_EQ(aligned("abc", "ac"), "a[b|]c");
  EXPECT_EQ(aligned("", "ab"), "[|ab]");
  EXPECT_EQ(aligned("abcdef", "abXdeY"), "ab[c|X]de[f|Y]");
}

TEST(SequenceMatch, KeepsTheLongestCommonPart) {
  EXPECT_EQ(aligned("aabbcc", "bbccaa"), "[aa|]bbcc[|aa]");
}

}  // namespace
}  // namespace gongkai
