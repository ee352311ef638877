#include "compare/cell_names.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

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

/// Reads a table as a reader would, to name its cells.
class TableReader {
 public:
  explicit TableReader(const Table& table) : table_(table) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      auto& owners = owners_.emplace_back();
      auto& texts = texts_.emplace_back();
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const Cell& cell = table.rows[row][column];
        owners.emplace_back(row, column);
        texts.push_back(cell.covered ? std::string() : squeeze_blanks(plain_text(cell.runs)));
      }
    }
    claim_spans();
  }

  /// The heads above each column, from the top, without repeats: “本年支出 小计”.
  std::vector<std::string> heads() const {
    std::vector<std::string> heads;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) heads.push_back(head_of_column(column));
    return heads;
  }

  /// In a form: the nearest head above that is as wide.
  std::string head_above(std::size_t row, std::size_t column) const {
    const int width = table_.rows[row][column].col_span;
    if (shown(row, column).header) return {};
    for (std::size_t above = row; above-- > 0;) {
      const Cell& cell = table_.rows[above][column];
      if (cell.covered || !cell.header || cell.col_span != width) continue;
      if (const std::string& text = text_at(above, column); !text.empty()) return text;
    }
    return {};
  }

  /// What the row is called at each of its columns.
  std::vector<std::string> labels(std::size_t row) const {
    std::vector<std::string> labels = table_.header_rows == 0 ? labels_in_form(row) : labels_in_table(row);
    for (std::string& label : labels) {
      if (label.empty()) label = ordinal_label(row);
    }
    return labels;
  }

 private:
  void claim_spans() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (std::size_t column = 0; column < table_.rows[row].size(); ++column) {
        const Cell& cell = table_.rows[row][column];
        if (cell.covered || (cell.row_span == 1 && cell.col_span == 1)) continue;
        const std::size_t bottom = std::min(row + static_cast<std::size_t>(cell.row_span), table_.rows.size());
        const std::size_t right = std::min(column + static_cast<std::size_t>(cell.col_span), table_.rows[row].size());
        for (std::size_t r = row; r < bottom; ++r) {
          for (std::size_t c = column; c < right; ++c) owners_[r][c] = {row, column};
        }
      }
    }
  }

  const Cell& shown(std::size_t row, std::size_t column) const {
    const auto [r, c] = owners_[row][column];
    return table_.rows[r][c];
  }

  const std::string& text_at(std::size_t row, std::size_t column) const {
    const auto [r, c] = owners_[row][column];
    return texts_[r][c];
  }

  std::string head_of_column(std::size_t column) const {
    std::string name;
    std::string last;
    for (std::size_t row = 0; row < static_cast<std::size_t>(table_.header_rows); ++row) {
      const std::string& text = text_at(row, column);
      if (is_column_number(text) || text == last) continue;
      name += (name.empty() ? "" : " ") + text;
      last = text;
    }
    return name.empty() ? table_.columns[column].key : name;
  }

  /// The nearest text on the left, with the code before it.
  std::vector<std::string> labels_in_table(std::size_t row) const {
    const std::vector<Cell>& cells = table_.rows[row];
    const std::string key = row < table_.row_keys.size() ? table_.row_keys[row] : std::string();
    std::vector<std::string> labels;
    std::string name;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      labels.push_back(name.empty() ? key : name);
      const std::string& text = texts_[row][column];
      if (text.empty() || !is_text(cells[column]) || shows_figure(cells[column])) continue;
      const bool after_code = column > 0 && cells[column - 1].kind == CellKind::Code && !name.empty();
      name = after_code ? name + " " + text : text;
    }
    return labels;
  }

  /// The first plain text right of the nearest head (an indicator's name), or else that head.
  std::vector<std::string> labels_in_form(std::size_t row) const {
    std::vector<std::string> labels;
    std::string head;
    std::string name;
    for (std::size_t column = 0; column < table_.rows[row].size(); ++column) {
      labels.push_back(name.empty() ? head : name);
      const Cell& cell = shown(row, column);
      const std::string& text = text_at(row, column);
      if (text.empty() || !is_text(cell) || shows_figure(cell)) continue;
      if (cell.header) {
        head = text;
        name.clear();
      } else if (name.empty()) {
        name = text;
      }
    }
    return labels;
  }

  std::string ordinal_label(std::size_t row) const {
    const auto heads = static_cast<std::size_t>(table_.header_rows);
    return row < heads ? "表头" : "第" + std::to_string(row + 1 - heads) + "行";
  }

  const Table& table_;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>>
      owners_;                                   ///< of each position: the cell that shows there
  std::vector<std::vector<std::string>> texts_;  ///< of each cell
};

}  // namespace

std::string table_name(const Table& table) {
  if (table.number.empty()) return table.title.empty() ? table.id : table.title;
  return table.title.empty() ? table.number : table.number + " " + table.title;
}

CellNames::CellNames(const Table& table) {
  const TableReader reader(table);
  const bool form = table.header_rows == 0;
  const std::vector<std::string> heads = form ? std::vector<std::string>() : reader.heads();
  std::unordered_map<std::string, int> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<std::string> labels = reader.labels(row);
    auto& names = names_.emplace_back(labels.size());
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (table.rows[row][column].covered) continue;
      CellName& name = names[column];
      name.row = std::move(labels[column]);
      name.column = form ? reader.head_above(row, column) : heads.at(column);
      // Blank cells count: the second is the second even when the first prints nothing.
      const int count = ++seen[name.row + '\n' + name.column];
      if (count > 1) name.row += "（第" + std::to_string(count) + "处）";
    }
  }
}

}  // namespace gongkai
