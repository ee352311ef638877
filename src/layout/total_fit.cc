#include "layout/total_fit.h"

#include <algorithm>
#include <array>
#include <limits>

#include "layout/justify.h"
#include "layout/line_scan.h"

namespace gongkai {
namespace {

constexpr double kEpsilon = 1e-6;  // rounding of sums of advances, points
constexpr double kNone = std::numeric_limits<double>::infinity();

// What is wrong with a line, in one currency: characters parted by a tenth of the size cost a hundred.
constexpr double kCostOfLine = 2;  // of two ways as good, the shorter
constexpr double kSpreadUnit = 0.1;
constexpr double kCostOfSpread = 100;
constexpr double kCostOfGaps = 4;     // gaps grown as far as they may
constexpr double kCostOfShrink = 30;  // everything given that can be
constexpr double kMostForSpread = 3000;
constexpr double kCostOfRagged = 6000;  // all of the measure left empty
constexpr double kSeenRagged = 0.05;    // of the measure: less than this at a line's end is hardly seen
constexpr double kCostOfContrast = 25;  // a dense line beside a loose one, for each class between them
constexpr double kCostOfRunt = 80;      // a paragraph's last line of one character
constexpr double kRuntWidth = 2.2;      // in parts of the size
// Breaks inside what belongs together cost more than any line torn apart by avoiding them.
constexpr double kCostOfFair = 30;
constexpr double kCostOfLoose = 1e5;
constexpr double kCostOfWord = 1e7;
constexpr double kCostOfForbidden = 1e9;
constexpr double kCostOfOverflow = 1e12;

constexpr double cube(double x) {
  return x * x * x;
}

double cost_of_place(BreakKind kind) {
  switch (kind) {
    case BreakKind::Never:
    case BreakKind::Forbidden:
      return kCostOfForbidden;
    case BreakKind::Word:
      return kCostOfWord;
    case BreakKind::Loose:
      return kCostOfLoose;
    case BreakKind::Fair:
      return kCostOfFair;
    default:
      return 0;
  }
}

/// How dense a line is set.
enum Density : std::size_t { kDense, kNormal, kLoose, kTorn, kDensities };

struct Judgement {
  double cost = 0;
  Density density = kNormal;
};

/// The best way to a place, its last line of one density.
struct Way {
  double cost = kNone;
  std::size_t from = 0;
  Density from_density = kNormal;
};
using Ways = std::array<Way, kDensities>;

class TotalFit {
 public:
  TotalFit(const AtomList& list, const BreakRequest& request, double usual_cost)
      : list_(list), request_(request), usual_cost_(usual_cost) {}

  std::vector<AtomLine> run() {
    if (list_.atoms.empty()) return {};
    const double cost = find_ways(usual_cost_);
    // What was found, if anything, is dearer than lines that were left out.
    if (cost > usual_cost_) find_ways(cost);
    return trace_back();
  }

 private:
  /// The best ways made of lines that cost no more than `most`; returns the cost of the best to the end.
  double find_ways(double most) {
    most_ = most;
    ways_.assign(list_.atoms.size() + 1, {});
    ways_[0][kNormal].cost = 0;
    for (std::size_t first = 0; first < list_.atoms.size(); ++first) {
      const double cost = best(first)->cost;
      if (cost < kNone && cost <= most_) extend(first);
    }
    return best(list_.atoms.size())->cost;
  }

  Ways::const_iterator best(std::size_t place) const { return std::ranges::min_element(ways_[place], {}, &Way::cost); }

  bool keeps_lead(std::size_t first) const { return first == 0 && request_.keeps_first_lead; }

  /// All lines that may begin at `first`.
  void extend(std::size_t first) {
    const double width = first == 0 ? request_.first_width : request_.rest_width;
    LineScan scan(list_, first, keeps_lead(first));
    bool any = false;
    for (std::size_t i = first; i < list_.atoms.size(); ++i) {
      scan.take(i);
      if (scan.sums().natural - scan.sums().shrink > width + kEpsilon) {
        break;
      }
      const std::size_t next = i + 1;
      const bool forced = is_forced(next);
      if (forced || list_.atoms[next].before > BreakKind::Never) {
        Judgement line = judge(scan.sums(), width, forced);
        line.cost += forced ? runt(first, scan.sums()) : cost_of_place(list_.atoms[next].before);
        arrive(first, next, line);
        any = true;
      }
      if (forced) {
        break;
      }
    }
    if (!any) {
      arrive(first, first + 1, {kCostOfOverflow, kNormal});
    }
  }

  bool is_forced(std::size_t next) const {
    return next == list_.atoms.size() || list_.atoms[next].before == BreakKind::Forced;
  }

  Judgement judge(const LineSums& sums, double width, bool last) const {
    const double slack = width - sums.natural;
    if (slack < 0) {
      const double pressed = -slack / std::max(sums.shrink, kEpsilon);
      return {kCostOfLine + kCostOfShrink * cube(pressed), pressed > 0.5 ? kDense : kNormal};
    }
    if (last) {
      return {kCostOfLine, kNormal};
    }
    const double into_gaps = std::min(slack, sums.stretch);
    const double parted = sums.spreads == 0 ? kNone : (slack - into_gaps) / (sums.spreads * request_.size);
    if (parted > kWidestSpread) {  // it stays ragged; a word alone on its line is set no looser than its neighbours
      return {kCostOfLine + cost_of_ragged(slack / width), sums.spreads == 0 ? kNormal : kTorn};
    }
    const double grown = sums.stretch > 0 ? into_gaps / sums.stretch : 0;
    const double spread = kCostOfSpread * (cube(parted / kSpreadUnit) + parted);
    return {kCostOfLine + kCostOfGaps * grown * grown + spread, density_of(parted)};
  }

  /// Of two lines that stay ragged the emptier is the worse, whatever stands in them. `empty`: a part of the measure.
  static double cost_of_ragged(double empty) {
    const double seen = std::min(empty / kSeenRagged, 1.0);
    return kMostForSpread * seen * seen + kCostOfRagged * empty * empty;
  }

  static Density density_of(double parted) {
    if (parted > kSpreadUnit) {
      return kTorn;
    }
    return parted > kSpreadUnit / 2 ? kLoose : kNormal;
  }

  double runt(std::size_t first, const LineSums& sums) const {
    const bool begins_paragraph = first == 0 || list_.atoms[first].before == BreakKind::Forced;
    return !begins_paragraph && sums.natural < kRuntWidth * request_.size ? kCostOfRunt : 0;
  }

  void arrive(std::size_t first, std::size_t next, const Judgement& line) {
    if (line.cost > most_) return;
    const bool fresh = first == 0 || list_.atoms[first].before == BreakKind::Forced;
    Way& way = ways_[next][line.density];
    for (std::size_t before = 0; before < kDensities; ++before) {
      const std::size_t apart = before > line.density ? before - line.density : line.density - before;
      const double contrast = fresh || apart < 2 ? 0 : kCostOfContrast * static_cast<double>(apart - 1);
      const double cost = ways_[first][before].cost + line.cost + contrast;
      if (cost < way.cost) {
        way = {cost, first, static_cast<Density>(before)};
      }
    }
  }

  std::vector<AtomLine> trace_back() const {
    std::vector<AtomLine> lines;
    std::size_t place = list_.atoms.size();
    auto density = static_cast<std::size_t>(best(place) - ways_[place].begin());
    while (place > 0) {
      const Way& way = ways_[place][density];
      lines.push_back(make_line(list_, way.from, place, keeps_lead(way.from)));
      place = way.from;
      density = way.from_density;
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
  }

  const AtomList& list_;
  const BreakRequest& request_;
  std::vector<Ways> ways_;  ///< to each place between atoms
  double usual_cost_;
  double most_ = kNone;
};

}  // namespace

std::vector<AtomLine> break_by_total_fit(const AtomList& list, const BreakRequest& request, double usual_cost) {
  return TotalFit(list, request, usual_cost).run();
}

}  // namespace gongkai
