#pragma once

#include <vector>

namespace gongkai {

/// A label that would like its middle at `wanted`. Points.
struct StackedLabel {
  double wanted = 0;
  double height = 0;
  double top = 0;  ///< the result
};

/// Moves labels of one side apart until none overlaps, as little as possible; their order by `wanted` stays.
void stack_labels(std::vector<StackedLabel>& labels);

}  // namespace gongkai
