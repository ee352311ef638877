#include "compose/table_sums.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/tolerance.h"

namespace gongkai {
namespace {

Cell& cell_at(Table& table, CellAddress at) {
  return table.rows[static_cast<std::size_t>(at.row)][static_cast<std::size_t>(at.column)];
}

std::optional<std::int64_t> figure_of(const Cell& cell) {
  if (cell.fact == nullptr) return std::nullopt;
  if (const Money* amount = cell.fact->amount()) return amount->fen();
  if (const auto* count = std::get_if<std::int64_t>(&cell.fact->value)) return *count;
  return std::nullopt;
}

std::string figure_text(const Cell& cell, std::int64_t figure) {
  if (cell.fact->amount() == nullptr) return std::to_string(figure);
  return format_wan(Money::from_fen(figure), {6, true, true}) + "万元";
}

/// Whether the two may differ by what a ledger in 万元 carries of rounding; the rules report it with its lines.
bool is_tail(const ComposeContext& context, const Cell& cell, std::int64_t stated, std::int64_t sum,
             const std::vector<CellAddress>& addends, Table& table) {
  if (cell.fact->amount() == nullptr) return false;
  std::size_t figures = count_addends(*cell.fact);
  for (const CellAddress part : addends) figures += count_addends(*cell_at(table, part).fact);
  return compare_sums(Money::from_fen(stated), Money::from_fen(sum), figures, context.book.ledger().amount_unit) !=
         Tie::Broken;
}

void report_mismatch(const ComposeContext& context, const Cell& cell, std::int64_t stated, std::int64_t sum,
                     const Table& table) {
  context.diagnostics
      .error("E0602", cell.source,
             "“" + cell.fact->name + "”是 " + figure_text(cell, stated) + "，所列各项之和是 " + figure_text(cell, sum),
             "查一查这一行、这一列是不是漏列或多列了项目")
      .group = table.number.empty() ? table.title : table.number;
}

/// States that `total` is the sum of `parts`. A part that does not exist makes the sum unstated; blanks are left out.
void state_sum(const ComposeContext& context, CellAddress total, const std::vector<CellAddress>& parts, Table& table) {
  Cell& cell = cell_at(table, total);
  const auto stated = figure_of(cell);
  if (!stated) return;
  std::int64_t sum = 0;
  bool given = cell.fact->given;
  std::vector<CellAddress> addends;
  for (const CellAddress part : parts) {
    const Cell& addend = cell_at(table, part);
    if (addend.fact == nullptr) continue;
    const auto figure = figure_of(addend);
    if (!figure) return;
    sum += *figure;
    given = given || addend.fact->given;
    addends.push_back(part);
  }
  if (sum != *stated && !given) {
    if (!is_tail(context, cell, *stated, sum, addends, table)) report_mismatch(context, cell, *stated, sum, table);
    return;
  }
  cell.sum_of = std::move(addends);
}

class PanelSums {
 public:
  PanelSums(const ComposeContext& context, const PlacedPanel& placed, Table& table)
      : context_(context), placed_(placed), rows_(*placed.rows), panel_(*placed.panel), table_(table) {}

  void link() {
    for (std::size_t i = 0; i < rows_.size(); ++i) link_row(i);
  }

 private:
  CellAddress address(std::size_t row, std::size_t column) const {
    return {placed_.first_row + static_cast<int>(row), placed_.first_column + static_cast<int>(column)};
  }

  /// The topmost rows of a group of rows that came of one template.
  std::vector<std::size_t> top_rows(std::size_t group) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].origin != nullptr && rows_[i].group == group && !rows_[i].parent) found.push_back(i);
    }
    return found;
  }

  std::vector<std::size_t> rows_named(const std::vector<std::string>& keys) const {
    std::vector<std::size_t> found;
    for (const std::string& key : keys) {
      for (std::size_t group = 0; group < panel_.rows.size(); ++group) {
        if (panel_.rows[group].key != key) continue;
        const std::vector<std::size_t> rows = top_rows(group);
        found.insert(found.end(), rows.begin(), rows.end());
      }
    }
    return found;
  }

  /// The rows whose sum row `index` states to be; empty optional when it states none.
  std::optional<std::vector<std::size_t>> parts_of(std::size_t index) const {
    const BodyRow& row = rows_[index];
    if (row.origin == nullptr) return std::nullopt;
    if (!row.origin->sum_of.empty()) return rows_named(row.origin->sum_of);
    if (row.origin->total) {
      for (std::size_t group = row.group + 1; group < panel_.rows.size(); ++group) {
        if (panel_.rows[group].kind == RowKind::Each) return top_rows(group);
      }
      return std::nullopt;
    }
    std::vector<std::size_t> children;
    for (std::size_t i = index + 1; i < rows_.size(); ++i) {
      if (rows_[i].parent == index) children.push_back(i);
    }
    return children.empty() ? std::nullopt : std::optional(std::move(children));
  }

  void link_row(std::size_t index) {
    const auto parts = parts_of(index);
    for (std::size_t column = 0; column < panel_.columns.size(); ++column) {
      if (parts) {
        std::vector<CellAddress> addends;
        for (const std::size_t part : *parts) addends.push_back(address(part, column));
        state_sum(context_, address(index, column), addends, table_);
      }
      if (!panel_.columns[column].sum_of.empty()) link_across(index, column);
    }
  }

  /// A sum across the row takes precedence over one down the column; both are verified.
  void link_across(std::size_t index, std::size_t column) {
    std::vector<CellAddress> addends;
    for (const std::string& key : panel_.columns[column].sum_of) {
      const auto found = std::ranges::find(panel_.columns, key, &ColumnTemplate::key);
      if (found == panel_.columns.end()) continue;
      addends.push_back(address(index, static_cast<std::size_t>(found - panel_.columns.begin())));
    }
    state_sum(context_, address(index, column), addends, table_);
  }

  const ComposeContext& context_;
  const PlacedPanel& placed_;
  const std::vector<BodyRow>& rows_;
  const PanelTemplate& panel_;
  Table& table_;
};

}  // namespace

void link_panel_sums(const ComposeContext& context, const PlacedPanel& placed, Table& table) {
  PanelSums(context, placed, table).link();
}

void link_last_row_sum(const ComposeContext& context, const std::vector<PlacedPanel>& panels,
                       const CellTemplate& source, CellAddress total, Table& table) {
  std::vector<CellAddress> parts;
  for (const PlacedPanel& placed : panels) {
    const auto amount = std::ranges::find(placed.panel->columns, CellKind::Amount, &ColumnTemplate::kind);
    if (amount == placed.panel->columns.end()) continue;
    const auto column = placed.first_column + static_cast<int>(amount - placed.panel->columns.begin());
    for (std::size_t i = 0; i < placed.rows->size(); ++i) {
      const BodyRow& row = (*placed.rows)[i];
      if (row.origin == nullptr || row.parent) continue;
      if (std::ranges::find(source.sum_of, row.origin->key) == source.sum_of.end()) continue;
      parts.push_back({placed.first_row + static_cast<int>(i), column});
    }
  }
  state_sum(context, total, parts, table);
}

}  // namespace gongkai
