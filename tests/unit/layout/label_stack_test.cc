#include "layout/label_stack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace gongkai {
namespace {

TEST(LabelStackTest, FarLabelsStayWhereTheyWantToBe) {
  std::vector<StackedLabel> labels = {{.wanted = 100, .height = 20}, {.wanted = 0, .height = 20}};
  stack_labels(labels);
  EXPECT_DOUBLE_EQ(labels[0].top, 90);
  EXPECT_DOUBLE_EQ(labels[1].top, -10);
}

TEST(LabelStackTest, TwoAtOnePlaceMoveApartEvenly) {
  std::vector<StackedLabel> labels = {{.wanted = 50, .height = 20}, {.wanted = 50, .height = 20}};
  stack_labels(labels);
  EXPECT_DOUBLE_EQ(labels[0].top, 30);
  EXPECT_DOUBLE_EQ(labels[1].top, 50);
}

TEST(LabelStackTest, RandomLabelsNeverOverlapAndKeepTheirOrder) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(-80, 80);
  std::uniform_real_distribution<double> size(10, 40);
  for (int round = 0; round < 500; ++round) {
    std::vector<StackedLabel> labels(2 + static_cast<std::size_t>(round % 9));
    for (StackedLabel& label : labels) label = {.wanted = place(random), .height = size(random)};
    stack_labels(labels);
    std::sort(labels.begin(), labels.end(), [](auto& a, auto& b) { return a.wanted < b.wanted; });
    for (std::size_t i = 1; i < labels.size(); ++i) {
      ASSERT_GE(labels[i].top, labels[i - 1].top + labels[i - 1].height - 1e-9) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace gongkai
