#include "compose/table_composer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compose/cells.h"
#include "compose/table_head.h"
#include "compose/table_notes.h"
#include "compose/table_rows.h"
#include "compose/table_sums.h"

namespace gongkai {
namespace {

class TableComposer {
 public:
  TableComposer(const ComposeContext& context, const TableTemplate& source, const Scope* scope)
      : context_(context), source_(source), scope_(scope) {}

  Table compose() {
    set_titles();
    table_.rows = compose_table_head(context_, source_, scope_);
    table_.header_rows = static_cast<int>(table_.rows.size());
    table_.row_keys.assign(table_.rows.size(), {});
    compose_panels();
    number_lines();
    join_panels();
    for (const PlacedPanel& placed : placed_) link_panel_sums(context_, placed, table_);
    for (const auto& row : source_.last_rows) add_last_row(row);
    table_.notes = compose_table_notes(context_, source_, table_, is_empty(), scope_);
    return std::move(table_);
  }

 private:
  void set_titles() {
    table_.id = source_.id;
    table_.number = build_text(context_, source_.number, scope_);
    table_.title = build_text(context_, source_.title, scope_);
    table_.sheet_name = build_text(context_, source_.sheet_name, scope_);
    table_.unit_line = build_text(context_, source_.unit_line, scope_);
    table_.money_line = build_text(context_, source_.money_line, scope_);
    table_.role = source_.role;
    table_.orientation = source_.orientation;
    for (const PanelTemplate& panel : source_.panels) {
      for (const ColumnTemplate& column : panel.columns) table_.columns.push_back({column.key, column.width_mm});
    }
  }

  /// Shorter panels are filled up with blank rows; a table has at least one row under its head.
  void compose_panels() {
    std::size_t height = 1;
    for (const PanelTemplate& panel : source_.panels) {
      panels_.push_back(compose_panel_rows(context_, panel, scope_));
      height = std::max(height, panels_.back().size());
    }
    for (std::size_t p = 0; p < panels_.size(); ++p) {
      while (panels_[p].size() < height) panels_[p].push_back(blank_row(source_.panels[p]));
    }
  }

  /// 行次 runs down the first panel, then on down the next.
  void number_lines() {
    int number = 0;
    for (std::size_t p = 0; p < panels_.size(); ++p) {
      const auto& columns = source_.panels[p].columns;
      const auto at = std::ranges::find(columns, CellKind::LineNumber, &ColumnTemplate::kind);
      if (at == columns.end()) continue;
      for (BodyRow& row : panels_[p]) {
        Cell& cell = row.cells[static_cast<std::size_t>(at - columns.begin())];
        cell.runs = {{std::to_string(++number), nullptr, cell.source}};
      }
    }
  }

  void join_panels() {
    int first_column = 0;
    for (std::size_t p = 0; p < panels_.size(); ++p) {
      placed_.push_back({&source_.panels[p], &panels_[p], table_.header_rows, first_column});
      first_column += static_cast<int>(source_.panels[p].columns.size());
    }
    const std::size_t height = panels_.empty() ? 0 : panels_.front().size();
    for (std::size_t r = 0; r < height; ++r) {
      std::vector<Cell> row;
      std::string key;
      for (const auto& panel : panels_) {
        row.insert(row.end(), panel[r].cells.begin(), panel[r].cells.end());
        if (key.empty()) key = panel[r].key;
      }
      table_.rows.push_back(std::move(row));
      table_.row_keys.push_back(std::move(key));
    }
  }

  void add_last_row(const std::vector<CellTemplate>& cells) {
    const auto row = static_cast<int>(table_.rows.size());
    table_.rows.emplace_back(table_.columns.size());
    table_.row_keys.emplace_back();
    std::size_t column = 0;
    for (const CellTemplate& source : cells) {
      if (column >= table_.columns.size()) break;
      Cell cell = build_cell(context_, source, scope_);
      cell.align = align_of(source.align, source.value ? Align::Right : Align::Left);
      const std::size_t end = std::min(column + static_cast<std::size_t>(source.col_span), table_.columns.size());
      for (std::size_t c = column; c < end; ++c) table_.rows.back()[c].covered = c != column;
      if (table_.row_keys.back().empty()) table_.row_keys.back() = plain_text(cell.runs);
      table_.rows.back()[column] = std::move(cell);
      if (!source.sum_of.empty()) {
        link_last_row_sum(context_, placed_, source, {row, static_cast<int>(column)}, table_);
      }
      column = end;
    }
  }

  /// Figures decide; a table without columns of figures is empty when its lists are.
  bool is_empty() const {
    if (source_.empty_when) return context_.book.holds(*source_.empty_when, scope_, context_.diagnostics);
    const bool has_figures = std::ranges::any_of(source_.panels, [](const PanelTemplate& panel) {
      return std::ranges::any_of(panel.columns, [](const ColumnTemplate& column) { return is_figure(column.kind); });
    });
    return std::ranges::all_of(panels_, [&](const std::vector<BodyRow>& rows) {
      return std::ranges::all_of(rows, [&](const BodyRow& row) {
        return has_figures ? all_zero(row) : row.origin == nullptr || row.origin->kind != RowKind::Each;
      });
    });
  }

  static bool is_figure(CellKind kind) { return kind == CellKind::Amount || kind == CellKind::Count; }

  static bool all_zero(const BodyRow& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) {
      if (cell.fact == nullptr || !cell.fact->exists()) return true;
      if (const Money* amount = cell.fact->amount()) return amount->is_zero();
      const auto* count = std::get_if<std::int64_t>(&cell.fact->value);
      return count == nullptr || *count == 0;
    });
  }

  const ComposeContext& context_;
  const TableTemplate& source_;
  const Scope* scope_;
  std::vector<std::vector<BodyRow>> panels_;
  std::vector<PlacedPanel> placed_;
  Table table_;
};

}  // namespace

Table compose_table(const ComposeContext& context, const TableTemplate& table, const Scope* scope) {
  return TableComposer(context, table, scope).compose();
}

}  // namespace gongkai
