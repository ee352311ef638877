#include "layout/justify.h"

#include <algorithm>
#include <optional>

namespace gongkai {
namespace {

/// Rounding of sums of advances. Points.
constexpr double kEpsilon = 1e-6;
/// More than this between two characters, in parts of the size, looks torn: the line stays ragged.
constexpr double kWidestSpread = 0.3;
/// More than this is worth a break at a place that is only fair.
constexpr double kPoorSpread = 0.12;
/// Weights of a squeezed and of a stretched line when both are possible: taking half of what all punctuation can
/// give is as bad as parting the characters by a fortieth of the size.
constexpr double kSqueezeCost = 0.5;
constexpr double kStretchCost = 10;

struct Sums {
  double natural = 0;
  double shrink = 0;
  int spreads = 0;
};

/// Widths of [first, last) for every last, adding atom by atom.
class LineScan {
 public:
  LineScan(const AtomList& list, std::size_t first, bool keeps_lead)
      : list_(list), first_(first), keeps_lead_(keeps_lead) {}

  /// Takes in atom `i` (in order). Blanks wait until something follows them.
  void take(std::size_t i) {
    const Atom& atom = list_.atoms[i];
    Sums& sums = pending_;
    if (i == first_) {
      sums.natural += keeps_lead_ ? atom.lead : 0;
    } else {
      const Glue& glue = list_.glue[i];
      sums.natural += glue.natural;
      sums.shrink += glue.shrink_mark + glue.shrink_gap;
      sums.spreads += glue.spread ? 1 : 0;
    }
    sums.natural += atom.core;
    if (atom.kind != AtomKind::Blank && atom.kind != AtomKind::Unseen) {
      seen_ = pending_;
    }
  }

  /// Without blanks at the end.
  const Sums& sums() const { return seen_; }

 private:
  const AtomList& list_;
  std::size_t first_;
  bool keeps_lead_;
  Sums pending_;
  Sums seen_;
};

class LineBreaker {
 public:
  LineBreaker(const AtomList& list, const BreakRequest& request) : list_(list), request_(request) {}

  std::vector<AtomLine> run() {
    std::vector<AtomLine> lines;
    std::size_t first = 0;
    while (first < list_.atoms.size()) {
      const bool is_first = lines.empty();
      const double width = is_first ? request_.first_width : request_.rest_width;
      lines.push_back(next_line(first, width, is_first && request_.keeps_first_lead));
      first = lines.back().next;
    }
    return lines;
  }

 private:
  AtomLine next_line(std::size_t first, double width, bool keeps_lead) const {
    const auto good = try_line(first, width, keeps_lead, BreakKind::Good);
    if (good && good->spread <= kPoorSpread) {
      return good->line;
    }
    const auto fair = try_line(first, width, keeps_lead, BreakKind::Fair);
    if (good) {
      return fair && fair->spread < good->spread ? fair->line : good->line;
    }
    if (fair) {
      return fair->line;
    }
    for (const BreakKind level : {BreakKind::Loose, BreakKind::Word, BreakKind::Forbidden}) {
      if (const auto trial = try_line(first, width, keeps_lead, level)) {
        return trial->line;
      }
    }
    return finish(first, first + 1, keeps_lead);
  }

  /// A line that fits, and how far its characters would part, in parts of the size.
  struct Trial {
    AtomLine line;
    double spread = 0;
  };

  struct Candidate {
    std::size_t next = 0;
    Sums sums;
  };

  std::optional<Trial> try_line(std::size_t first, double width, bool keeps_lead, BreakKind level) const {
    std::optional<Candidate> fit;
    std::optional<Candidate> squeezed;
    LineScan scan(list_, first, keeps_lead);
    for (std::size_t i = first; i < list_.atoms.size(); ++i) {
      scan.take(i);
      const Sums& sums = scan.sums();
      const bool fits = width <= 0 || sums.natural <= width + kEpsilon;
      const bool can_squeeze = request_.may_squeeze && sums.natural - sums.shrink <= width + kEpsilon;
      if (!fits && sums.natural - sums.shrink > width + kEpsilon) {
        break;
      }
      const std::size_t next = i + 1;
      if (!may_end(next, level)) {
        continue;
      }
      if (fits) {
        fit = Candidate{next, sums};
      } else if (can_squeeze && !squeezed) {
        squeezed = Candidate{next, sums};
      }
      if (is_forced(next)) {
        break;
      }
    }
    if (!fit && !squeezed) {
      return std::nullopt;
    }
    const bool squeeze = squeezed && (!fit || prefers_squeeze(*fit, *squeezed, width));
    Trial trial{finish(first, squeeze ? squeezed->next : fit->next, keeps_lead)};
    trial.spread = squeeze || !request_.may_squeeze || trial.line.ends_paragraph ? 0 : spread_of(*fit, width);
    return trial;
  }

  double spread_of(const Candidate& fit, double width) const {
    return (width - fit.sums.natural) / (std::max(fit.sums.spreads, 1) * request_.size);
  }

  bool may_end(std::size_t next, BreakKind level) const {
    return next == list_.atoms.size() || list_.atoms[next].before >= level;
  }

  bool is_forced(std::size_t next) const {
    return next == list_.atoms.size() || list_.atoms[next].before == BreakKind::Forced;
  }

  bool prefers_squeeze(const Candidate& fit, const Candidate& squeezed, double width) const {
    const double need = squeezed.sums.natural - width;
    return kSqueezeCost * need / std::max(squeezed.sums.shrink, kEpsilon) < kStretchCost * spread_of(fit, width);
  }

  AtomLine finish(std::size_t first, std::size_t next, bool keeps_lead) const {
    AtomLine line{.first = first, .last = next, .next = next, .keeps_lead = keeps_lead};
    while (line.last > first && is_dropped(list_.atoms[line.last - 1])) {
      --line.last;
    }
    line.ends_paragraph = is_forced(next);
    line.quality = line.ends_paragraph ? BreakKind::Good : list_.atoms[next].before;
    return line;
  }

  static bool is_dropped(const Atom& atom) { return atom.kind == AtomKind::Blank || atom.kind == AtomKind::Unseen; }

  const AtomList& list_;
  const BreakRequest& request_;
};

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

std::vector<AtomLine> break_lines(const AtomList& list, const BreakRequest& request) {
  return LineBreaker(list, request).run();
}

std::vector<double> justify(const AtomList& list, const AtomLine& line, double width, double size) {
  const std::size_t count = line.last - line.first;
  std::vector<double> glue(count, 0.0);
  for (std::size_t k = 1; k < count; ++k) {
    glue[k] = list.glue[line.first + k].natural;
  }
  const auto at = [&](std::size_t k) -> const Glue& { return list.glue[line.first + k]; };
  const auto mark = [&](std::size_t k) { return at(k).shrink_mark; };
  const auto gap = [&](std::size_t k) { return at(k).shrink_gap; };
  const auto stretch = [&](std::size_t k) { return at(k).stretch_gap; };
  const auto spread = [&](std::size_t k) { return at(k).spread ? 1.0 : 0.0; };
  const double slack = width - natural_width(list, line);
  if (slack < 0) {
    const double marks = total_of(count, mark);
    const double from_marks = std::min(-slack, marks);
    share(glue, -from_marks, marks, mark);
    const double gaps = total_of(count, gap);
    share(glue, -std::min(-slack - from_marks, gaps), gaps, gap);
    return glue;
  }
  if (line.ends_paragraph) {
    return glue;
  }
  const double gaps = total_of(count, stretch);
  const double into_gaps = std::min(slack, gaps);
  const double spreads = total_of(count, spread);
  const double rest = slack - into_gaps;
  const bool torn = rest > kEpsilon && (spreads <= 0 || rest / spreads > kWidestSpread * size);
  if (torn) {
    return glue;
  }
  share(glue, into_gaps, gaps, stretch);
  share(glue, rest, spreads, spread);
  return glue;
}

}  // namespace gongkai
