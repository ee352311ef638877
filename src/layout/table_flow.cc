#include "layout/table_flow.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/authored_place.h"
#include "layout/table_caption.h"
#include "layout/table_draw.h"
#include "layout/table_fit.h"
#include "layout/table_paginate.h"
#include "layout/table_rows.h"

namespace gongkai {
namespace {

constexpr double kAround = 6;             // points above and below a table in text
constexpr double kNeverSplitBelow = 0.5;  // of a page: a smaller table in text moves to the next page whole

const TableStyle& style_of(const LayoutContext& context, const Table& table) {
  return table.role == TableRole::Form ? context.style().form : context.style().table;
}

/// The level of a row in a table of subjects: the indentation of its name.
int level_of(const std::vector<Cell>& row) {
  const auto name = std::find_if(row.begin(), row.end(), [](const Cell& cell) {
    return !cell.covered && cell.kind == CellKind::Text && !cell.runs.empty();
  });
  return name == row.end() ? 0 : name->indent;
}

/// What a page that ends before each row would cut: merged cells, a subject from the first below it, heads from theirs.
std::vector<int> ties(const MeasuredTable& measured) {
  std::vector<int> ties;
  const auto& rows = measured.table->rows;
  for (std::size_t row = measured.header_rows(); row < measured.row_heights.size(); ++row) {
    int tied = 0;
    if (row > measured.header_rows()) {
      tied += level_of(rows[row]) > level_of(rows[row - 1]) ? 1 : 0;
      tied += is_head_row(measured, row - 1) ? 1 : 0;
      for (std::size_t column = 0; column < rows[row].size(); ++column) {
        const CellOwner& owner = measured.owner(row, column);
        tied += owner.column == column && owner.row < row ? 1 : 0;
      }
    }
    ties.push_back(tied);
  }
  return ties;
}

std::size_t tallest_cell(const MeasuredTable& measured, std::size_t row) {
  const auto& cells = measured.at_size->cells[row];
  const auto height = [&](const MeasuredCell& cell) { return measured.text_height(cell); };
  const auto tallest = std::ranges::max_element(cells, {}, height);
  return static_cast<std::size_t>(tallest - cells.begin());
}

/// How many characters of a cell a page holds, about: what a clerk can act on. `room`: the height of a page's rows.
std::string advice_for(const Runs& words, double height, double room) {
  constexpr double kSafe = 0.95;  // the last line is not full
  const std::size_t length = count_characters(plain_text(words));
  const auto fits = static_cast<std::size_t>(static_cast<double>(length) * room / height * kSafe) / 10 * 10;
  return "这一格有 " + std::to_string(length) + " 个字，一页大约放得下 " + std::to_string(fits) + " 个：请缩短";
}

void report_too_tall(LayoutContext& context, const MeasuredTable& measured, std::size_t body_row, double room) {
  const std::size_t row = measured.header_rows() + body_row;
  const Table& table = *measured.table;
  Diagnostic* problem = nullptr;
  if (row >= measured.row_heights.size()) {
    const std::string name = table.number.empty() ? table.title : table.number;
    problem = &context.diagnostics.error("E0720", {}, "表“" + name + "”的表注一页放不下", "缩短表注");
  } else {
    const std::size_t column = tallest_cell(measured, row);
    const Runs& words = table.rows[row][column].runs;
    problem = &context.diagnostics.error("E0720", table.rows[row][column].source,
                                         describe_cell(table, row, column) + " 所在的一行比一页还高",
                                         advice_for(words, measured.row_heights[row], room));
    point_at_authored(*problem, words);
  }
  problem->group = table.number;
}

PaginationTask task_for(const MeasuredTable& measured, double first_room, double next_room, double notes) {
  PaginationTask task;
  task.rows.assign(measured.row_heights.begin() + static_cast<std::ptrdiff_t>(measured.header_rows()),
                   measured.row_heights.end());
  task.ties = ties(measured);
  const auto heads = section_heads(measured);
  for (std::size_t row = measured.header_rows(); row < measured.row_heights.size(); ++row) {
    task.repeated.push_back(heads[row] ? measured.row_heights[*heads[row]] : 0);
  }
  task.first_room = first_room;
  task.next_room = next_room;
  task.notes = notes;
  return task;
}

class TableFlow {
 public:
  TableFlow(LayoutContext& context, PageBuilder& builder, const Table& table)
      : context_(context),
        builder_(builder),
        table_(table),
        style_(style_of(context, table)),
        area_(page_area(context.style().page, table.orientation)),
        full_(area_.text_height),
        around_(context, table, style_, area_.text_width),
        measurer_(context.composer, table, style_, area_.text_width) {}

  /// On pages of its own.
  void place_on_own_pages() {
    double first = room_beside_headings();
    MeasuredTable measured = fit_in(first);
    if (builder_.carried_height() > 0 && suffers(measured, first)) {
      builder_.release_headings(1);
      first = room_beside_headings();
      measured = fit_in(first);
    }
    for (Strip& strip : draw(measured, first)) {
      builder_.start_page(table_.orientation);
      builder_.place(std::move(strip));
    }
    builder_.end_page();
  }

  void place_in_text() {
    const MeasuredTable measured = measurer_.measure(comfortable(style_));
    const double head = around_.caption_height(false) + measured.header_height();
    const double whole = around_.caption_height(false) + measured.rows_height(0, measured.row_heights.size()) +
                         around_.notes_height() + kAround;
    const std::size_t first_row = measured.header_rows();
    const double least = measured.row_heights.size() > first_row ? head + measured.row_heights[first_row] : head;
    builder_.flush((whole <= kNeverSplitBelow * full_ ? whole : least) + kAround);
    if (whole + kAround > builder_.remaining() && whole <= kNeverSplitBelow * full_) {
      builder_.start_page(Orientation::Portrait);
    }
    const double first = builder_.remaining() - kAround;
    std::vector<Strip> strips = draw(measured, first);
    for (std::size_t i = 0; i < strips.size(); ++i) {
      if (i > 0) builder_.start_page(Orientation::Portrait);
      if (strips[i].height <= 0) continue;
      strips[i].space_before = kAround;
      strips[i].space_after = kAround;
      builder_.place(std::move(strips[i]));
    }
  }

 private:
  double room_beside_headings() const { return full_ - builder_.carried_height(); }

  MeasuredTable fit_in(double room) {
    return fit_table(measurer_, room - around_.caption_height(false) - around_.notes_height());
  }

  /// Below the title of its part a table would be split, or set tighter than in a page of its own.
  bool suffers(const MeasuredTable& beside, double room) {
    const MeasuredTable alone = fit_in(full_);
    if (!fits(alone, full_)) return false;
    return !fits(beside, room) || beside.setting.line_pitch < alone.setting.line_pitch - 0.01;
  }

  bool fits(const MeasuredTable& measured, double room) const {
    return around_.caption_height(false) + measured.rows_height(0, measured.row_heights.size()) +
               around_.notes_height() <=
           room + 0.01;
  }

  /// The parts; `first`: room on the page where the table begins. Empty after an error.
  std::vector<Strip> draw(const MeasuredTable& measured, double first) {
    if (!report_cells_that_do_not_fit(context_, measured)) return {};
    const double header = measured.header_height();
    const double room = full_ - around_.caption_height(true) - header;
    const Pagination pagination = paginate_rows(
        task_for(measured, first - around_.caption_height(false) - header, room, around_.notes_height()));
    if (pagination.too_tall) {
      report_too_tall(context_, measured, *pagination.too_tall, room);
      return {};
    }
    return TableDrawer(context_, around_, measurer_, measured, area_.text_width).draw(pagination.parts);
  }

  LayoutContext& context_;
  PageBuilder& builder_;
  const Table& table_;
  const TableStyle& style_;
  PageArea area_;
  double full_ = 0;
  AroundTable around_;
  TableMeasurer measurer_;
};

}  // namespace

void place_table(LayoutContext& context, PageBuilder& builder, const Table& table) {
  TableFlow flow(context, builder, table);
  if (table.role == TableRole::InText && table.orientation == Orientation::Portrait) {
    flow.place_in_text();
  } else {
    flow.place_on_own_pages();
  }
}

}  // namespace gongkai
