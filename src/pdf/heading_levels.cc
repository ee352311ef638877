#include "pdf/heading_levels.h"

#include <algorithm>
#include <cstddef>

namespace gongkai::pdf {
namespace {

constexpr int kDeepest = 6;  // the standard has H1 to H6

/// As authored; 0 for what is no heading. The title of a 目录 is its caption.
int authored_level(const std::vector<StructureNode>& nodes, const StructureNode& node) {
  switch (node.role) {
    case StructureRole::Title: {
      const bool of_contents =
          node.parent >= 0 && nodes[static_cast<std::size_t>(node.parent)].role == StructureRole::Toc;
      return of_contents ? 0 : 1;
    }
    case StructureRole::H1:
      return 2;
    case StructureRole::H2:
      return 3;
    case StructureRole::H3:
      return 4;
    case StructureRole::H4:
      return 5;
    default:
      return 0;
  }
}

}  // namespace

std::vector<int> heading_levels(const std::vector<StructureNode>& nodes) {
  std::vector<int> levels(nodes.size(), 0);
  std::vector<int> open;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const int level = authored_level(nodes, nodes[i]);
    if (level == 0) continue;
    while (!open.empty() && open.back() >= level) open.pop_back();
    open.push_back(level);
    levels[i] = std::min(static_cast<int>(open.size()), kDeepest);
  }
  return levels;
}

}  // namespace gongkai::pdf
