// Fills pages with strips: keeps what belongs together, starts pages, never cuts.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/frame.h"
#include "layout/page_area.h"
#include "layout/strip.h"

namespace gongkai {

/// What a page is for: only body pages are numbered.
enum class PageKind { Front, Body };

/// A page under construction.
struct BuiltPage {
  Page page;
  PageArea area;
  PageKind kind = PageKind::Body;
};

/// Places strips top to bottom. Strips wait until a barrier (a page start, a table part, the end), because where a
/// page ends depends on what follows.
class PageBuilder {
 public:
  /// `line_pitch`: of the grid, in points. `overflow_kind`: of pages opened because the one before is full.
  PageBuilder(const PageMeasure& measure, double line_pitch, PageKind overflow_kind = PageKind::Body)
      : measure_(measure), line_pitch_(line_pitch), overflow_kind_(overflow_kind) {}

  /// Adds a strip to the flow of the page at hand (a portrait body page when none is open).
  void add(Strip strip) { waiting_.push_back(std::move(strip)); }
  /// Makes the strip added last stay with what comes next.
  void keep_last_with_next();
  /// Lets waiting headings of this level stand without what follows, on a page before it: where such a page has
  /// nothing else, a little above its middle.
  void release_headings(int level);

  /// Places what waits; if its end must stay with what follows, leaves `tail` points below it or moves it to a new
  /// page.
  void flush(double tail = 0);
  /// Places what waits and ends the page: what comes next begins a new one.
  void end_page();
  /// Ends the page and opens another. Waiting strips that keep with next are carried over to the new page.
  void start_page(Orientation orientation, PageKind kind = PageKind::Body);
  /// Places a strip right here, after flushing; it must fit in `remaining()`.
  void place(Strip strip);

  /// Height still free on the open page; a whole portrait page when none is open. Waiting strips are not counted.
  double remaining() const;
  const PageArea& area() const;
  /// Height of the waiting strips that would be carried to a new page with what follows.
  double carried_height() const;
  double full_height(Orientation orientation) const { return page_area(measure_, orientation).text_height; }

  /// Index the next new page will get.
  std::size_t page_count() const { return pages_.size(); }
  std::vector<BuiltPage> take_pages();

 private:
  void open_page(Orientation orientation, PageKind kind);
  void flush_waiting(std::size_t count, double tail);
  void place_chain(std::size_t begin, std::size_t end, double tail);
  double top_of(const Strip& strip, double y, double space) const;
  double height_after(std::size_t begin, std::size_t end, double y, double space) const;
  bool fits_here(double height) const;
  /// Sets strips of the chain smaller, as little as it takes to fit; leaves them as they are when nothing helps.
  bool shrink_to_fit(std::size_t begin, std::size_t end, double tail);
  void put(Strip strip);
  /// One past the strip that ends the chain beginning here.
  std::size_t chain_end(std::size_t begin) const;
  /// Where the trailing chain that stays with what follows begins; waiting_.size() when there is none.
  std::size_t carried_begin() const;

  PageMeasure measure_;
  double line_pitch_ = 0;
  PageKind overflow_kind_ = PageKind::Body;
  bool open_ = false;
  double y_ = 0;            ///< next free position, from the top of the text block
  double space_after_ = 0;  ///< of the strip placed last
  std::vector<Strip> waiting_;
  std::vector<BuiltPage> pages_;
};

}  // namespace gongkai
