#include "layout/label_stack.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gongkai {
namespace {

/// Labels that touch each other. The mean of their displacements is zero.
struct Cluster {
  std::vector<std::size_t> members;
  double height = 0;
  double wanted_top_sum = 0;  ///< of where each member would like the cluster to begin

  double top() const { return wanted_top_sum / static_cast<double>(members.size()); }
  double bottom() const { return top() + height; }
};

void append(Cluster& cluster, std::size_t member, const StackedLabel& label) {
  cluster.members.push_back(member);
  cluster.wanted_top_sum += label.wanted - label.height / 2 - cluster.height;
  cluster.height += label.height;
}

Cluster join(const Cluster& first, const Cluster& second, const std::vector<StackedLabel>& labels) {
  Cluster joined = first;
  for (const std::size_t member : second.members) append(joined, member, labels[member]);
  return joined;
}

}  // namespace

void stack_labels(std::vector<StackedLabel>& labels) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return labels[a].wanted < labels[b].wanted; });
  std::vector<Cluster> clusters;
  for (const std::size_t i : order) {
    Cluster cluster;
    append(cluster, i, labels[i]);
    while (!clusters.empty() && clusters.back().bottom() > cluster.top()) {
      cluster = join(clusters.back(), cluster, labels);
      clusters.pop_back();
    }
    clusters.push_back(std::move(cluster));
  }
  for (const Cluster& cluster : clusters) {
    double top = cluster.top();
    for (const std::size_t i : cluster.members) {
      labels[i].top = top;
      top += labels[i].height;
    }
  }
}

}  // namespace gongkai
