#include "layout/pattern_marks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace gongkai {
namespace {

constexpr MarkBox kBox{10, 20, 60, 50};

TEST(PatternMarks, GroundsAreGreyOrWhite) {
  EXPECT_EQ(pattern_marks(Pattern::Solid, kBox, 0.3).gray, 0.3);
  EXPECT_EQ(pattern_marks(Pattern::Hatch, kBox, 0.3).gray, 1);
  EXPECT_LT(pattern_marks(Pattern::Light, kBox, 0.3).gray, 1);
  EXPECT_TRUE(pattern_marks(Pattern::White, kBox, 0.3).lines.empty());
}

TEST(PatternMarks, HatchCoversTheBoxAndNeighboursContinueIt) {
  const PatternMarks marks = pattern_marks(Pattern::Hatch, kBox, 0);
  ASSERT_FALSE(marks.lines.empty());
  EXPECT_LE(marks.lines.front().x1, kBox.left);
  EXPECT_GE(marks.lines.back().x2, kBox.right - 4);
  for (const MarkLine& line : marks.lines) {
    EXPECT_DOUBLE_EQ(line.x1 - line.x2, line.y2 - line.y1);
    EXPECT_NEAR(std::remainder(line.x1 + line.y1, 4.0), 0, 1e-9);
  }
  EXPECT_EQ(pattern_marks(Pattern::CrossHatch, kBox, 0).lines.size() % 2, 0U);
}

TEST(PatternMarks, DotsLieOnOneGridWhateverTheBox) {
  for (const MarkDot& dot : pattern_marks(Pattern::Dots, kBox, 0).dots) {
    EXPECT_NEAR(std::remainder(dot.y, 3.6), 0, 1e-9);
    EXPECT_NEAR(std::remainder(dot.x, 1.8), 0, 1e-9);
  }
}

}  // namespace
}  // namespace gongkai
