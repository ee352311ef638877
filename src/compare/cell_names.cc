#include "compare/cell_names.h"

#include <algorithm>
#include <map>

#include "compare/page_index.h"

namespace gongkai {
namespace {

bool is_text(const Cell& cell) {
  return cell.kind == CellKind::Text || cell.kind == CellKind::Code;
}

/// A figure printed in a text cell names nothing.
bool shows_figure(const Cell& cell) {
  const auto is_figure = [](const Fact* fact) {
    return fact != nullptr && fact->type != FactType::Text && fact->type != FactType::LongText;
  };
  return is_figure(cell.fact) || std::ranges::any_of(cell.runs, is_figure, &Run::fact);
}

/// The line of column numbers below the heads (栏次, 1, 2 …) names nothing.
bool is_column_number(const std::string& text) {
  return text == "栏次" || std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string table_name(const Table& table) {
  if (table.number.empty()) return table.title.empty() ? table.id : table.title;
  return table.title.empty() ? table.number : table.number + " " + table.title;
}

CellNames::CellNames(const Table& table) : table_(table) {
  claim_spans();
  std::map<std::pair<std::string, std::string>, int> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    auto& names = names_.emplace_back(table.rows[row].size());
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (table.rows[row][column].covered) continue;
      const bool form = table.header_rows == 0;
      CellName name{form ? label_in_form(row, column) : label_in_table(row, column),
                    form ? head_above(row, column) : head_of_column(column)};
      // Blank cells count: the second is the second even when the first prints nothing.
      const int count = ++seen[{name.row, name.column}];
      if (count > 1) name.row += "（第" + std::to_string(count) + "处）";
      names[column] = std::move(name);
    }
  }
}

void CellNames::claim_spans() {
  for (std::size_t row = 0; row < table_.rows.size(); ++row) {
    auto& owners = owners_.emplace_back();
    for (std::size_t column = 0; column < table_.rows[row].size(); ++column) owners.emplace_back(row, column);
  }
  for (std::size_t row = 0; row < table_.rows.size(); ++row) {
    for (std::size_t column = 0; column < table_.rows[row].size(); ++column) {
      const Cell& cell = table_.rows[row][column];
      if (cell.covered) continue;
      const std::size_t bottom = std::min(row + static_cast<std::size_t>(cell.row_span), table_.rows.size());
      const std::size_t right = std::min(column + static_cast<std::size_t>(cell.col_span), table_.rows[row].size());
      for (std::size_t r = row; r < bottom; ++r) {
        for (std::size_t c = column; c < right; ++c) owners_[r][c] = {row, column};
      }
    }
  }
}

const Cell& CellNames::shown(std::size_t row, std::size_t column) const {
  const auto [r, c] = owners_[row][column];
  return table_.rows[r][c];
}

std::string CellNames::text_at(std::size_t row, std::size_t column) const {
  return squeeze_blanks(plain_text(shown(row, column).runs));
}

/// The heads above a column, from the top, without repeats: “本年支出 小计”.
std::string CellNames::head_of_column(std::size_t column) const {
  std::string name;
  std::string last;
  for (std::size_t row = 0; row < static_cast<std::size_t>(table_.header_rows); ++row) {
    const std::string text = text_at(row, column);
    if (is_column_number(text) || text == last) continue;
    name += (name.empty() ? "" : " ") + text;
    last = text;
  }
  return name.empty() ? table_.columns[column].key : name;
}

/// In a form: the nearest head above that is as wide.
std::string CellNames::head_above(std::size_t row, std::size_t column) const {
  const int width = table_.rows[row][column].col_span;
  for (std::size_t above = row; above-- > 0;) {
    const Cell& cell = table_.rows[above][column];
    if (cell.covered || !cell.header || cell.col_span != width || shown(row, column).header) continue;
    if (const std::string text = text_at(above, column); !text.empty()) return text;
  }
  return {};
}

std::string CellNames::label_in_table(std::size_t row, std::size_t column) const {
  std::string name;
  for (std::size_t c = 0; c < column; ++c) {
    const Cell& cell = table_.rows[row][c];
    if (cell.covered || !is_text(cell) || shows_figure(cell)) continue;
    const std::string text = text_at(row, c);
    if (text.empty()) continue;
    const bool after_code = c > 0 && table_.rows[row][c - 1].kind == CellKind::Code && !name.empty();
    name = after_code ? name + " " + text : text;
  }
  if (name.empty() && row < table_.row_keys.size()) name = table_.row_keys[row];
  return name.empty() ? ordinal_label(row) : name;
}

/// The first plain text right of the nearest head (an indicator's name), or else that head.
std::string CellNames::label_in_form(std::size_t row, std::size_t column) const {
  std::string head;
  std::string name;
  for (std::size_t c = 0; c < column; ++c) {
    const Cell& cell = shown(row, c);
    if (&cell == &shown(row, column) || !is_text(cell) || shows_figure(cell)) continue;
    const std::string text = text_at(row, c);
    if (text.empty()) continue;
    if (cell.header) {
      head = text;
      name.clear();
    } else if (name.empty()) {
      name = text;
    }
  }
  if (!name.empty()) return name;
  return head.empty() ? ordinal_label(row) : head;
}

std::string CellNames::ordinal_label(std::size_t row) const {
  const auto heads = static_cast<std::size_t>(table_.header_rows);
  return row < heads ? "表头" : "第" + std::to_string(row + 1 - heads) + "行";
}

}  // namespace gongkai
