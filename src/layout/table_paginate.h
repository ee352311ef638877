// Which rows of a table stand on which page. Knows heights only.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace gongkai {

/// Heights in points. The room is what is left for body rows and notes: captions and heads are taken off already.
struct PaginationTask {
  std::vector<double> rows;
  /// How much belongs together across the top of this row: merged cells that would be cut, a subject and the first
  /// below it. 0: a page may well end before it. Same size as rows.
  std::vector<int> ties;
  /// What is shown once more when a page begins with this row: the heads of its section. Empty: nothing ever.
  std::vector<double> repeated;
  double first_room = 0;  ///< on the page where the table begins
  double next_room = 0;   ///< on each further page
  double notes = 0;       ///< below the last row, on its page
};

/// Rows [begin, end) on one page. The first part is empty when nothing fits on the page where the table would begin;
/// a last empty part carries the notes when they would fill a page by themselves.
struct TablePart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Pagination {
  std::vector<TablePart> parts;
  std::optional<std::size_t>
      too_tall;  ///< a row (or the row count, for the notes) that no page can hold; then no parts
};

/// Every row stands in exactly one part, in order; no part is taller than its room.
Pagination paginate_rows(const PaginationTask& task);

}  // namespace gongkai
