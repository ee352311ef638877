#include "layout/table_paginate.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr double kTolerance = 0.01;    // points
constexpr double kLeastFilled = 0.5;   // of a page, before a merged group is cut rather than moved whole
constexpr std::size_t kMostMoved = 4;  // rows a page gives up so that the last has more than one

class Paginator {
 public:
  explicit Paginator(const PaginationTask& task) : task_(task) {}

  Pagination run() {
    Pagination result;
    std::size_t begin = 0;
    bool first = true;
    bool waits = false;
    do {
      const double room = first ? task_.first_room : task_.next_room;
      const bool head_fits = fits(0, room);
      const std::size_t end = head_fits ? part_end(begin, room, first) : begin;
      waits = end == begin && (begin < count() || !head_fits);
      if (waits && !(first && task_.first_room < task_.next_room)) return refuse(begin);
      result.parts.push_back({begin, end});
      begin = end;
      first = false;
    } while (waits || begin < count());
    if (notes_missing(result)) {
      if (task_.notes > task_.next_room + kTolerance) return refuse(count());
      result.parts.push_back({count(), count()});
    }
    relieve_single_last_row(result.parts);
    return result;
  }

 private:
  std::size_t count() const { return task_.rows.size(); }

  static Pagination refuse(std::size_t row) {
    Pagination result;
    result.too_tall = row;
    return result;
  }

  double height(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t row = begin; row < end; ++row) sum += task_.rows[row];
    return sum;
  }

  bool fits(double wanted, double room) const { return wanted <= room + kTolerance; }

  /// Height of what a part that begins here shows besides its rows.
  double repeated(std::size_t begin) const { return begin < task_.repeated.size() ? task_.repeated[begin] : 0; }

  /// The rows that fit, ended where the least is cut: at a good place, or at the best in the lower half.
  std::size_t part_end(std::size_t begin, double whole_room, bool first) const {
    const double room = first ? whole_room : whole_room - repeated(begin);
    std::size_t end = begin;
    while (end < count() && fits(height(begin, end + 1), room)) ++end;
    if (end == count()) {
      if (fits(height(begin, end) + task_.notes, room)) return end;
      // The notes take the last row along, unless it is the only one.
      end = end - begin >= 2 ? end - 1 : end;
      if (end == count()) return first && room < task_.next_room ? begin : end;
    }
    const auto whole = [&](std::size_t place) { return task_.ties[place] == 0; };
    std::size_t best = end;
    bool any_whole = false;
    for (std::size_t place = end; place > begin; --place) {
      any_whole = any_whole || whole(place);
      if (height(begin, place) < kLeastFilled * room) continue;
      if (task_.ties[place] < task_.ties[best]) best = place;
    }
    // Nothing but a merged group: it begins on the next page where that is the larger one, else it is cut.
    return !any_whole && first && whole_room < task_.next_room ? begin : best;
  }

  bool notes_missing(const Pagination& result) const {
    if (task_.notes <= 0) return false;
    const TablePart& last = result.parts.back();
    const bool first = result.parts.size() == 1;
    const double room = first ? task_.first_room : task_.next_room - repeated(last.begin);
    return !fits(height(last.begin, last.end) + task_.notes, room);
  }

  /// A last page with one row looks forgotten: it gets others from the page before, which keeps two at least.
  void relieve_single_last_row(std::vector<TablePart>& parts) const {
    if (parts.size() < 2) return;
    TablePart& last = parts.back();
    TablePart& before = parts[parts.size() - 2];
    if (last.end - last.begin != 1) return;
    for (std::size_t moved = 1; moved <= kMostMoved && before.begin + moved + 2 <= before.end; ++moved) {
      const std::size_t cut = before.end - moved;
      if (task_.ties[cut] > 0) continue;
      if (!fits(height(cut, last.end) + repeated(cut) + task_.notes, task_.next_room)) return;
      before.end = last.begin = cut;
      return;
    }
  }

  const PaginationTask& task_;
};

}  // namespace

Pagination paginate_rows(const PaginationTask& task) {
  return Paginator(task).run();
}

}  // namespace gongkai
