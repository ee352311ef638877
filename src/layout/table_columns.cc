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

Need cell_need(TableTexts& texts, std::size_t row, std::size_t column, double size) {
  const Cell& cell = texts.table().rows[row][column];
  if (cell.covered || cell.runs.empty()) return {};
  PreparedText& text = texts.at(row, column);
  const double padding = 2 * texts.style().padding_x + cell.indent * size;
  const double line = texts.composer().measure(text, size);
  if (is_single_line(cell)) return {line + padding, line + padding};
  const double floor = std::min(line, (cell.header ? kNarrowestHead : kNarrowestText) * size);
  const double least = std::max(texts.composer().least_width(text, size), floor);
  const double most = (cell.header ? kWidestHead : kWidestText) * size;
  return {least + padding, std::max(least, std::min(line, most)) + padding};
}

/// Needs of all columns; cells of one column first, then what merged cells need beyond them.
class ColumnNeeds {
 public:
  ColumnNeeds(TableTexts& texts, double size) : needs_(texts.table().columns.size()), table_(texts.table()) {
    for (std::size_t pass = 0; pass < 2; ++pass) {
      for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
          const bool merged = column_end(table_, row, column) > column + 1;
          if (merged != (pass == 1)) continue;
          include(cell_need(texts, row, column, size), row, column);
        }
      }
    }
    level_amounts();
  }

  const Need& operator[](std::size_t column) const { return needs_[column]; }

  /// Whether cells of the body may wrap in it.
  bool holds_text(std::size_t column) const {
    for (std::size_t row = static_cast<std::size_t>(table_.header_rows); row < table_.rows.size(); ++row) {
      const Cell& cell = table_.rows[row][column];
      if (!cell.covered && !cell.runs.empty() && !is_single_line(cell)) return true;
    }
    return false;
  }

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

/// Columns of one given width are meant to look alike: they give and take alike.
struct LikeColumns {
  std::vector<std::size_t> members;
  double floor = 0;   ///< what each keeps. Points
  double wanted = 0;  ///< what each would like to have
};

std::vector<LikeColumns> like_columns(const Table& table) {
  std::vector<LikeColumns> groups;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const LikeColumns& group) {
      const double width = table.columns[group.members.front()].width_mm;
      return width > 0 && width == table.columns[c].width_mm;
    });
    (same == groups.end() ? groups.emplace_back() : *same).members.push_back(c);
  }
  return groups;
}

/// Widths written in a pack are good for most figures and names. Where a column falls short of what it wants, those
/// with more than their floor lend it the difference, as far as it goes.
void lend(std::vector<double>& widths, const std::vector<LikeColumns>& groups) {
  double spare = 0;
  double missing = 0;
  for (const LikeColumns& group : groups) {
    const auto count = static_cast<double>(group.members.size());
    const double width = widths[group.members.front()];
    spare += count * std::max(width - std::max(group.floor, group.wanted), 0.0);
    missing += count * std::max(group.wanted - width, 0.0);
  }
  const double lent = std::min(spare, missing);
  if (lent <= 0) return;
  for (const LikeColumns& group : groups) {
    const double width = widths[group.members.front()];
    const double given = std::max(width - std::max(group.floor, group.wanted), 0.0) * lent / spare;
    const double taken = std::max(group.wanted - width, 0.0) * lent / missing;
    for (const std::size_t c : group.members) widths[c] += taken - given;
  }
}

/// Amounts and unbreakable words first, then text that would wrap.
void lend_among_columns(std::vector<double>& widths, const Table& table, const ColumnNeeds& needs) {
  std::vector<LikeColumns> groups = like_columns(table);
  for (LikeColumns& group : groups) {
    for (const std::size_t c : group.members) {
      group.floor = group.wanted = std::max(group.wanted, needs[c].least);
    }
  }
  lend(widths, groups);
  for (LikeColumns& group : groups) {
    for (const std::size_t c : group.members) {
      if (needs.holds_text(c)) group.floor = group.wanted = std::max(group.wanted, needs[c].natural);
    }
  }
  lend(widths, groups);
}

void scale(std::vector<double>& widths, double factor) {
  for (double& width : widths) width *= factor;
}

}  // namespace

std::vector<double> column_widths(TableTexts& texts, double size, double room) {
  const Table& table = texts.table();
  const ColumnNeeds needs(texts, size);
  const std::size_t count = table.columns.size();
  std::vector<double> widths(count);
  double given = 0;
  double least = 0;
  double natural = 0;
  for (std::size_t c = 0; c < count; ++c) {
    widths[c] = table.columns[c].width_mm * kPointsPerMm;
    given += widths[c];
    if (widths[c] > 0) continue;
    least += needs[c].least;
    natural += std::max(needs[c].natural, needs[c].least);
  }
  // Empty columns still need a place to stand.
  if (natural <= 0) natural = least = 1;
  const double free = std::max(room - given, 0.0);
  const double share = natural > least ? std::clamp((free - least) / (natural - least), 0.0, 1.0) : 1.0;
  const double stretch = free > natural ? free / natural : 1.0;
  for (std::size_t c = 0; c < count; ++c) {
    if (widths[c] > 0) continue;
    const double most = std::max(needs[c].natural, needs[c].least);
    widths[c] = (needs[c].least + (most - needs[c].least) * share) * stretch;
  }
  const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
  if (total > room) scale(widths, room / total);
  lend_among_columns(widths, table, needs);
  return widths;
}

}  // namespace gongkai
