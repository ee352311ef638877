#include "layout/justify.h"

#include <algorithm>

#include "layout/line_scan.h"

namespace gongkai {
namespace {

/// Rounding of sums of advances. Points.
constexpr double kEpsilon = 1e-6;
/// Adds `amount` to the glue in proportion to what each element can take.
template <typename Capacity>
void share(std::vector<double>& glue, double amount, double total, Capacity capacity) {
  for (std::size_t k = 1; k < glue.size() && total > 0; ++k) {
    glue[k] += amount * capacity(k) / total;
  }
}

template <typename Capacity>
double total_of(std::size_t count, Capacity capacity) {
  double total = 0;
  for (std::size_t k = 1; k < count; ++k) {
    total += capacity(k);
  }
  return total;
}

}  // namespace

double natural_width(const AtomList& list, const AtomLine& line) {
  LineScan scan(list, line.first, line.keeps_lead);
  for (std::size_t i = line.first; i < line.last; ++i) {
    scan.take(i);
  }
  return scan.sums().natural;
}

void natural_glue(const AtomList& list, const AtomLine& line, std::vector<double>& glue) {
  glue.assign(line.last - line.first, 0.0);
  for (std::size_t k = 1; k < glue.size(); ++k) {
    glue[k] = list.glue[line.first + k].natural;
  }
}

void justify(const AtomList& list, const AtomLine& line, double slack, double size, std::vector<double>& glue) {
  const std::size_t count = glue.size();
  const auto at = [&](std::size_t k) -> const Glue& { return list.glue[line.first + k]; };
  const auto mark = [&](std::size_t k) { return at(k).shrink_mark; };
  const auto gap = [&](std::size_t k) { return at(k).shrink_gap; };
  const auto stretch = [&](std::size_t k) { return at(k).stretch_gap; };
  const auto spread = [&](std::size_t k) { return at(k).spread ? 1.0 : 0.0; };
  if (slack < 0) {
    const double marks = total_of(count, mark);
    const double from_marks = std::min(-slack, marks);
    share(glue, -from_marks, marks, mark);
    const double gaps = total_of(count, gap);
    share(glue, -std::min(-slack - from_marks, gaps), gaps, gap);
    return;
  }
  if (line.ends_paragraph) {
    return;
  }
  const double gaps = total_of(count, stretch);
  const double into_gaps = std::min(slack, gaps);
  const double spreads = total_of(count, spread);
  const double rest = slack - into_gaps;
  const bool torn = rest > kEpsilon && (spreads <= 0 || rest / spreads > kWidestSpread * size);
  if (torn) {
    return;
  }
  share(glue, into_gaps, gaps, stretch);
  share(glue, rest, spreads, spread);
}

}  // namespace gongkai
