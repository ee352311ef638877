#include "layout/line_breaks.h"

#include <optional>

#include "layout/line_scan.h"
#include "layout/total_fit.h"

namespace gongkai {
namespace {

/// Rounding of sums of advances. Points.
constexpr double kEpsilon = 1e-6;

/// Line by line, each as long as it can be.
class GreedyBreaker {
 public:
  GreedyBreaker(const AtomList& list, const BreakRequest& request) : list_(list), request_(request) {}

  std::vector<AtomLine> run() {
    std::vector<AtomLine> lines;
    std::size_t first = 0;
    while (first < list_.atoms.size()) {
      const bool is_first = lines.empty();
      const double width = is_first ? request_.first_width : request_.rest_width;
      const bool keeps_lead = is_first && request_.keeps_first_lead;
      lines.push_back(make_line(list_, first, next_break(first, width, keeps_lead), keeps_lead));
      first = lines.back().next;
    }
    return lines;
  }

 private:
  std::size_t next_break(std::size_t first, double width, bool keeps_lead) const {
    for (const BreakKind level :
         {BreakKind::Good, BreakKind::Fair, BreakKind::Loose, BreakKind::Word, BreakKind::Forbidden}) {
      if (const auto next = last_that_fits(first, width, keeps_lead, level)) {
        return *next;
      }
    }
    return first + 1;
  }

  std::optional<std::size_t> last_that_fits(std::size_t first, double width, bool keeps_lead, BreakKind level) const {
    std::optional<std::size_t> fit;
    LineScan scan(list_, first, keeps_lead);
    for (std::size_t i = first; i < list_.atoms.size(); ++i) {
      scan.take(i);
      if (width > 0 && scan.sums().natural > width + kEpsilon) {
        break;
      }
      const std::size_t next = i + 1;
      const bool at_end = next == list_.atoms.size();
      if (at_end || list_.atoms[next].before >= level) {
        fit = next;
      }
      if (at_end || list_.atoms[next].before == BreakKind::Forced) {
        break;
      }
    }
    return fit;
  }

  const AtomList& list_;
  const BreakRequest& request_;
};

/// A justified text that stands on one line as it is: nothing could be set better.
bool stands_on_one_line(const AtomList& list, const BreakRequest& request) {
  LineScan scan(list, 0, request.keeps_first_lead);
  for (std::size_t i = 0; i < list.atoms.size(); ++i) {
    if (i > 0 && list.atoms[i].before == BreakKind::Forced) return false;
    scan.take(i);
    if (scan.sums().natural > request.first_width) return false;
  }
  return !list.atoms.empty();
}

}  // namespace

AtomLine make_line(const AtomList& list, std::size_t first, std::size_t next, bool keeps_lead) {
  AtomLine line{.first = first, .last = next, .next = next, .keeps_lead = keeps_lead};
  while (line.last > first && is_dropped(list.atoms[line.last - 1])) {
    --line.last;
  }
  line.ends_paragraph = next == list.atoms.size() || list.atoms[next].before == BreakKind::Forced;
  line.quality = line.ends_paragraph ? BreakKind::Good : list.atoms[next].before;
  return line;
}

std::vector<AtomLine> break_lines(const AtomList& list, const BreakRequest& request) {
  if (request.justified && request.first_width > 0) {
    if (!stands_on_one_line(list, request)) return break_by_total_fit(list, request);
    return {make_line(list, 0, list.atoms.size(), request.keeps_first_lead)};
  }
  return GreedyBreaker(list, request).run();
}

}  // namespace gongkai
