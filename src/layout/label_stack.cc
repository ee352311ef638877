#include "layout/label_stack.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gongkai {

void stack_labels(std::vector<StackedLabel>& labels, double top, double bottom) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return labels[a].wanted < labels[b].wanted; });
  // Down first, so that none overlaps the one above; then up from the bottom, so that none leaves the room.
  double free = top;
  for (const std::size_t i : order) {
    labels[i].top = std::max(labels[i].wanted - labels[i].height / 2, free);
    free = labels[i].top + labels[i].height;
  }
  double limit = bottom;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    StackedLabel& label = labels[*i];
    label.top = std::min(label.top, limit - label.height);
    limit = label.top;
  }
  if (order.empty() || labels[order.front()].top >= top) return;
  const double shift = top - labels[order.front()].top;
  for (StackedLabel& label : labels) label.top += shift;
}

}  // namespace gongkai
