#include "layout/page_builder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace gongkai {
namespace {

constexpr double kTolerance = 0.01;  // points; sums of pitches are not exact
constexpr int kLinesAboveTitle = 7;  // of the grid, above a title that has a page to itself

}  // namespace

void PageBuilder::keep_last_with_next() {
  if (!waiting_.empty()) waiting_.back().keep_with_next = true;
}

void PageBuilder::release_headings(int level) {
  const std::size_t carried = carried_begin();
  for (std::size_t i = carried; i < waiting_.size(); ++i) {
    const bool ends = i + 1 == waiting_.size() || waiting_[i + 1].heading_level != level;
    const bool begins = i == carried || waiting_[i - 1].heading_level != level;
    if (waiting_[i].heading_level != level) continue;
    if (begins) waiting_[i].space_at_top = kLinesAboveTitle * line_pitch_;
    if (ends) waiting_[i].keep_with_next = false;
  }
}

void PageBuilder::open_page(Orientation orientation, PageKind kind) {
  BuiltPage built;
  built.area = page_area(measure_, orientation);
  built.kind = kind;
  built.page.width = built.area.width;
  built.page.height = built.area.height;
  pages_.push_back(std::move(built));
  open_ = true;
  y_ = 0;
  space_after_ = 0;
}

double PageBuilder::top_of(const Strip& strip, double y, double space) const {
  if (y <= 0) return strip.space_at_top;
  const double top = y + space + strip.space_before;
  return strip.on_grid ? std::ceil((top - kTolerance) / line_pitch_) * line_pitch_ : top;
}

double PageBuilder::height_after(std::size_t begin, std::size_t end, double y, double space) const {
  for (std::size_t i = begin; i < end; ++i) {
    y = top_of(waiting_[i], y, space) + waiting_[i].height;
    space = waiting_[i].space_after;
  }
  return y;
}

bool PageBuilder::fits_here(double height) const {
  return height <= pages_.back().area.text_height + kTolerance;
}

std::size_t PageBuilder::chain_end(std::size_t begin) const {
  while (begin + 1 < waiting_.size() && waiting_[begin].keep_with_next) ++begin;
  return begin + 1;
}

std::size_t PageBuilder::carried_begin() const {
  std::size_t begin = waiting_.size();
  while (begin > 0 && waiting_[begin - 1].keep_with_next) --begin;
  return begin;
}

double PageBuilder::carried_height() const {
  const double height = height_after(carried_begin(), waiting_.size(), 0, 0);
  return carried_begin() < waiting_.size() ? height + waiting_.back().space_after : 0;
}

void PageBuilder::put(Strip strip) {
  BuiltPage& built = pages_.back();
  const double top = top_of(strip, y_, space_after_);
  move_items(strip.items, built.area.left, built.area.top + top);
  built.page.items.insert(built.page.items.end(), std::make_move_iterator(strip.items.begin()),
                          std::make_move_iterator(strip.items.end()));
  y_ = top + strip.height;
  space_after_ = strip.space_after;
}

bool PageBuilder::shrink_to_fit(std::size_t begin, std::size_t end, double tail) {
  for (std::size_t i = begin; i < end; ++i) {
    for (std::size_t step = 0; step < waiting_[i].smaller.size(); ++step) {
      Strip whole = waiting_[i];
      Strip smaller = whole.smaller[step];
      smaller.keep_with_next = whole.keep_with_next;
      waiting_[i] = std::move(smaller);
      if (fits_here(height_after(begin, end, y_, space_after_) + tail)) return true;
      waiting_[i] = std::move(whole);
    }
  }
  return false;
}

void PageBuilder::place_chain(std::size_t begin, std::size_t end, double tail) {
  if (!open_) open_page(Orientation::Portrait, overflow_kind_);
  const bool fits = y_ <= 0 || fits_here(height_after(begin, end, y_, space_after_) + tail);
  if (!fits && !shrink_to_fit(begin, end, tail)) {
    open_page(Orientation::Portrait, overflow_kind_);
  }
  for (std::size_t i = begin; i < end; ++i) {
    // A chain taller than a page is cut where it must.
    if (y_ > 0 && !fits_here(height_after(i, i + 1, y_, space_after_))) {
      open_page(Orientation::Portrait, overflow_kind_);
    }
    put(std::move(waiting_[i]));
  }
}

void PageBuilder::flush_waiting(std::size_t count, double tail) {
  std::size_t begin = 0;
  while (begin < count) {
    const std::size_t end = std::min(chain_end(begin), count);
    const bool kept = end == count && waiting_[end - 1].keep_with_next;
    place_chain(begin, end, kept ? waiting_[end - 1].space_after + tail : 0);
    begin = end;
  }
  waiting_.erase(waiting_.begin(), std::next(waiting_.begin(), static_cast<std::ptrdiff_t>(count)));
}

void PageBuilder::flush(double tail) {
  flush_waiting(waiting_.size(), tail);
}

void PageBuilder::end_page() {
  flush();
  open_ = false;
}

void PageBuilder::start_page(Orientation orientation, PageKind kind) {
  flush_waiting(carried_begin(), 0);
  std::vector<Strip> carried = std::exchange(waiting_, {});
  open_page(orientation, kind);
  for (Strip& strip : carried) put(std::move(strip));
}

void PageBuilder::place(Strip strip) {
  flush();
  if (!open_) open_page(Orientation::Portrait, overflow_kind_);
  put(std::move(strip));
}

double PageBuilder::remaining() const {
  if (!open_) return full_height(Orientation::Portrait);
  return pages_.back().area.text_height - y_ - (y_ > 0 ? space_after_ : 0);
}

const PageArea& PageBuilder::area() const {
  return pages_.back().area;
}

std::vector<BuiltPage> PageBuilder::take_pages() {
  flush();
  open_ = false;
  return std::exchange(pages_, {});
}

}  // namespace gongkai
