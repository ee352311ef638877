#include "compose/text_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

std::vector<std::string> split_row(std::string_view line) {
  line = trim(line).substr(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string> cells;
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    cells.emplace_back(trim(line.substr(0, bar)));
    line.remove_prefix(bar + 1);
  }
  cells.emplace_back(trim(line));
  return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("-: ") == std::string::npos;
  });
}

}  // namespace

bool is_text_table_line(std::string_view line) {
  return trim(line).starts_with('|');
}

Table compose_text_table(const ComposeContext& context, const Fact& text, const std::vector<TextLine>& lines) {
  Table table;
  table.role = TableRole::InText;
  std::size_t width = 0;
  for (const TextLine& line : lines) width = std::max(width, split_row(line.text).size());
  table.columns.resize(width);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<std::string> cells = split_row(lines[i].text);
    if (i == 1 && is_rule(cells)) continue;
    std::vector<Cell> row(width);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      row[c].runs = authored_runs(context, text, cells[c], lines[i].span);
      row[c].source = lines[i].span;
    }
    for (Cell& cell : row) {
      cell.header = i == 0;
      if (i == 0) cell.align = Align::Center;
    }
    table.row_keys.push_back(i == 0 ? std::string() : cells.front());
    table.rows.push_back(std::move(row));
  }
  table.header_rows = 1;
  return table;
}

}  // namespace gongkai
