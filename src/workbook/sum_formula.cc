#include "workbook/sum_formula.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "workbook/figure.h"
#include "workbook/sheet_name.h"

namespace gongkai {
namespace {

// Excel: arguments of one function, bytes of one formula.
constexpr std::size_t kMaxArguments = 255;
constexpr std::size_t kMaxBytes = 8000;

const Cell* cell_at(const Table& table, const CellAddress& at) {
  if (at.row < 0 || static_cast<std::size_t>(at.row) >= table.rows.size()) return nullptr;
  const std::vector<Cell>& row = table.rows[static_cast<std::size_t>(at.row)];
  if (at.column < 0 || static_cast<std::size_t>(at.column) >= row.size()) return nullptr;
  return &row[static_cast<std::size_t>(at.column)];
}

/// Neighbours along one direction become ranges.
std::vector<std::string> ranges(std::vector<CellAddress> cells, bool down, int first_row) {
  const auto key = [down](const CellAddress& a) {
    return down ? std::pair(a.column, a.row) : std::pair(a.row, a.column);
  };
  std::sort(cells.begin(), cells.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<std::string> out;
  for (std::size_t begin = 0, end = 0; begin < cells.size(); begin = end) {
    for (end = begin + 1; end < cells.size(); ++end) {
      const auto expected = std::pair(key(cells[end - 1]).first, key(cells[end - 1]).second + 1);
      if (key(cells[end]) != expected) break;
    }
    std::string text = cell_reference(cells[begin].row + first_row, cells[begin].column);
    if (end - begin > 1) text += ":" + cell_reference(cells[end - 1].row + first_row, cells[end - 1].column);
    out.push_back(std::move(text));
  }
  return out;
}

bool is_given(const Cell& cell) {
  return cell.fact != nullptr && cell.fact->given;
}

}  // namespace

SumFormula sum_formula(const Table& table, const CellAddress& at, int first_row, int decimals) {
  const Cell* total = cell_at(table, at);
  if (total == nullptr) return {SumOutcome::BadAddress, {}};
  if (total->sum_of.empty()) return {};
  Money sum;
  bool given = is_given(*total);
  for (const CellAddress& address : total->sum_of) {
    const Cell* cell = cell_at(table, address);
    if (cell == nullptr || cell->covered || cell == total) return {SumOutcome::BadAddress, {}};
    sum += amount_of(*cell);
    given = given || is_given(*cell);
  }
  if (sum != amount_of(*total)) return {given ? SumOutcome::Plain : SumOutcome::Differs, {}};
  if (is_given(*total)) return {};
  std::vector<std::string> parts = ranges(total->sum_of, true, first_row);
  std::vector<std::string> across = ranges(total->sum_of, false, first_row);
  if (across.size() < parts.size()) parts = std::move(across);
  std::string list;
  for (const std::string& part : parts) list += (list.empty() ? "" : ",") + part;
  if (parts.size() > kMaxArguments || list.size() > kMaxBytes) return {};
  return {SumOutcome::Formula, "=ROUND(SUM(" + list + ")," + std::to_string(decimals) + ")"};
}

}  // namespace gongkai
