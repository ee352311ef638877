#include "layout/table_rules.h"

namespace gongkai {
namespace {

class RuleDrawer {
 public:
  RuleDrawer(std::vector<Item>& items, const MeasuredTable& measured, const std::vector<PlacedRow>& rows, double left)
      : items_(items), measured_(measured), rows_(rows), left_(left) {}

  void draw() {
    for (std::size_t i = 1; i < rows_.size(); ++i) draw_between_rows(i);
    for (std::size_t c = 1; c < measured_.table->columns.size(); ++c) draw_between_columns(c);
    draw_frame();
  }

 private:
  double x(std::size_t edge) const { return left_ + measured_.column_edge(edge); }

  void draw_between_rows(std::size_t index) {
    const std::size_t columns = measured_.table->columns.size();
    const auto& above = (*measured_.owners)[rows_[index - 1].row];
    const auto& below = (*measured_.owners)[rows_[index].row];
    for (std::size_t c = 0; c < columns;) {
      std::size_t end = c;
      while (end < columns && !(above[end] == below[end])) ++end;
      if (end > c) add(x(c), rows_[index].top, x(end), rows_[index].top, measured_.style->inner_rule);
      c = end + 1;
    }
  }

  void draw_between_columns(std::size_t edge) {
    for (std::size_t i = 0; i < rows_.size();) {
      std::size_t end = i;
      while (end < rows_.size() && separates(rows_[end].row, edge)) ++end;
      if (end > i) add(x(edge), rows_[i].top, x(edge), rows_[end - 1].bottom, measured_.style->inner_rule);
      i = end + 1;
    }
  }

  bool separates(std::size_t row, std::size_t edge) const {
    return !(measured_.owner(row, edge - 1) == measured_.owner(row, edge));
  }

  void draw_frame() {
    const double width = measured_.style->outer_rule;
    const double right = left_ + measured_.width();
    const double top = rows_.front().top;
    const double bottom = rows_.back().bottom;
    const double half = width / 2;  // corners are closed
    add(left_ - half, top, right + half, top, width);
    add(left_ - half, bottom, right + half, bottom, width);
    add(left_, top, left_, bottom, width);
    add(right, top, right, bottom, width);
  }

  void add(double x1, double y1, double x2, double y2, double width) {
    items_.push_back({kArtifact, Rule{x1, y1, x2, y2, width}});
  }

  std::vector<Item>& items_;
  const MeasuredTable& measured_;
  const std::vector<PlacedRow>& rows_;
  double left_ = 0;
};

}  // namespace

void add_rules(std::vector<Item>& items, const MeasuredTable& measured, const std::vector<PlacedRow>& rows,
               double left) {
  if (!rows.empty()) RuleDrawer(items, measured, rows, left).draw();
}

}  // namespace gongkai
