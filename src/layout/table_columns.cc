#include "layout/table_columns.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "layout/table_model.h"

namespace gongkai {
namespace {

// In characters: what a column of text would like at most, and should have at least.
constexpr double kWidestText = 26;
constexpr double kNarrowestText = 6;
constexpr double kNarrowestHead = 3;
constexpr double kWidestHead = 5;  // a longer head would rather take two lines than widen its column

/// What a cell or column needs, paddings included. Points.
struct Need {
  double least = 0;    ///< below it words break or amounts do not fit
  double natural = 0;  ///< enough for one line, or for lines of a good length

  void include(const Need& other) {
    least = std::max(least, other.least);
    natural = std::max(natural, other.natural);
  }
};

Need cell_need(LineComposer& composer, const Cell& cell, const TableStyle& style, double size) {
  if (cell.covered || cell.runs.empty()) return {};
  const std::string role = cell_role(cell, style, composer.fonts());
  const double padding = 2 * style.padding_x + cell.indent * size;
  const double line = composer.measure(cell.runs, role, size);
  if (is_single_line(cell)) return {line + padding, line + padding};
  const double floor = std::min(line, (cell.header ? kNarrowestHead : kNarrowestText) * size);
  const double least = std::max(composer.least_width(cell.runs, role, size), floor);
  const double most = (cell.header ? kWidestHead : kWidestText) * size;
  return {least + padding, std::max(least, std::min(line, most)) + padding};
}

/// Needs of all columns; cells of one column first, then what merged cells need beyond them.
class ColumnNeeds {
 public:
  ColumnNeeds(LineComposer& composer, const Table& table, const TableStyle& style, double size)
      : needs_(table.columns.size()), table_(table) {
    for (std::size_t pass = 0; pass < 2; ++pass) {
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
          const bool merged = column_end(table, row, column) > column + 1;
          if (merged != (pass == 1)) continue;
          include(cell_need(composer, table.rows[row][column], style, size), row, column);
        }
      }
    }
    level_amounts();
  }

  const Need& operator[](std::size_t column) const { return needs_[column]; }

 private:
  void include(const Need& need, std::size_t row, std::size_t column) {
    const std::size_t end = column_end(table_, row, column);
    if (end == column + 1) return needs_[column].include(need);
    spread(need.least, column, end, &Need::least);
    spread(need.natural, column, end, &Need::natural);
  }

  /// Gives what a merged cell lacks to the columns of its span that have no given width.
  void spread(double wanted, std::size_t begin, std::size_t end, double Need::*member) {
    double has = 0;
    std::size_t open = 0;
    for (std::size_t c = begin; c < end; ++c) {
      const double given = table_.columns[c].width_mm * kPointsPerMm;
      has += given > 0 ? given : needs_[c].*member;
      open += given > 0 ? 0 : 1;
    }
    if (has >= wanted || open == 0) return;
    for (std::size_t c = begin; c < end; ++c) {
      if (table_.columns[c].width_mm <= 0) needs_[c].*member += (wanted - has) / static_cast<double>(open);
    }
  }

  bool holds_amounts(std::size_t column) const {
    if (table_.columns[column].width_mm > 0) return false;
    for (std::size_t row = static_cast<std::size_t>(table_.header_rows); row < table_.rows.size(); ++row) {
      if (table_.rows[row][column].kind == CellKind::Amount) return true;
    }
    return false;
  }

  /// Columns of amounts are as wide as each other where there is room: a table of figures reads by its rhythm.
  void level_amounts() {
    double widest = 0;
    for (std::size_t c = 0; c < needs_.size(); ++c) {
      if (holds_amounts(c)) widest = std::max({widest, needs_[c].natural, needs_[c].least});
    }
    for (std::size_t c = 0; c < needs_.size(); ++c) {
      if (holds_amounts(c)) needs_[c].natural = widest;
    }
  }

  std::vector<Need> needs_;
  const Table& table_;
};

void scale(std::vector<double>& widths, double factor) {
  for (double& width : widths) width *= factor;
}

}  // namespace

ColumnWidths column_widths(LineComposer& composer, const Table& table, const TableStyle& style, double size,
                           double room) {
  const ColumnNeeds needs(composer, table, style, size);
  const std::size_t count = table.columns.size();
  ColumnWidths result;
  result.widths.resize(count);
  double given = 0;
  double least = 0;
  double natural = 0;
  for (std::size_t c = 0; c < count; ++c) {
    result.widths[c] = table.columns[c].width_mm * kPointsPerMm;
    given += result.widths[c];
    if (result.widths[c] > 0) continue;
    least += needs[c].least;
    natural += std::max(needs[c].natural, needs[c].least);
  }
  result.tight = given + least > room + 0.01;
  // Empty columns still need a place to stand.
  if (natural <= 0) natural = least = 1;
  const double free = std::max(room - given, 0.0);
  const double share = natural > least ? std::clamp((free - least) / (natural - least), 0.0, 1.0) : 1.0;
  const double stretch = free > natural ? free / natural : 1.0;
  for (std::size_t c = 0; c < count; ++c) {
    if (result.widths[c] > 0) continue;
    const double most = std::max(needs[c].natural, needs[c].least);
    result.widths[c] = (needs[c].least + (most - needs[c].least) * share) * stretch;
  }
  const double total = std::accumulate(result.widths.begin(), result.widths.end(), 0.0);
  if (total > room) scale(result.widths, room / total);
  return result;
}

}  // namespace gongkai
