#pragma once

#include <vector>

namespace gongkai {

/// A label that would like its middle at `wanted`. Points.
struct StackedLabel {
  double wanted = 0;
  double height = 0;
  double top = 0;  ///< the result
};

/// Moves labels of one side apart, as little as needed, between `top` and `bottom`; their order by `wanted` stays.
/// When they are taller than the room together, they run below `bottom`.
void stack_labels(std::vector<StackedLabel>& labels, double top, double bottom);

}  // namespace gongkai
