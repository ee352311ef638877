// A pie whose labels stand outside, joined by leader lines, so that a share under 1 % stays legible.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "layout/chart_canvas.h"
#include "layout/label_stack.h"

namespace gongkai {
namespace {

constexpr double kRadius = 72;   // points
constexpr double kElbow = 12;    // from the rim to where a leader turns level
constexpr double kLevel = 8;     // length of its level end
constexpr double kTextGap = 3;   // from there to the text
constexpr double kLabelGap = 4;  // between labels
constexpr double kStroke = 0.6;
constexpr double kLeader = 0.4;
constexpr double kPi = std::numbers::pi;

struct Point {
  double x = 0, y = 0;
};

struct Slice {
  const ChartPoint* point = nullptr;
  std::size_t index = 0;
  double begin = 0;  ///< parts of the circle, clockwise from the top; may exceed 1 or be negative
  double end = 0;
  double middle() const { return (begin + end) / 2; }
  bool right() const { return middle() - std::floor(middle()) < 0.5; }
};

Point on_circle(const Point& center, double radius, double part) {
  const double angle = 2 * kPi * part;
  return {center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)};
}

/// Slices of the amounts above zero; others have no place in a pie.
std::vector<Slice> slices_of(const Chart& chart) {
  Money whole;
  for (const ChartPoint& point : chart.points) whole += std::max(amount_of(point), Money());
  std::vector<Slice> slices;
  Money before;
  for (const ChartPoint& point : chart.points) {
    const Money amount = amount_of(point);
    if (amount <= Money()) continue;
    Slice slice{.point = &point, .index = slices.size(), .begin = drawn_share(before, whole)};
    before += amount;
    slice.end = drawn_share(before, whole);
    slices.push_back(slice);
  }
  return slices;
}

/// Turns the pie until the largest slice lies at the right: the small ones are then at the left, one above the other
/// like their labels, and no leader crosses the pie.
void turn(std::vector<Slice>& slices) {
  if (slices.empty()) return;
  const auto largest = std::max_element(slices.begin(), slices.end(), [](const Slice& a, const Slice& b) {
    return amount_of(*a.point) < amount_of(*b.point);
  });
  const double offset = 0.25 - largest->middle();
  for (Slice& slice : slices) {
    slice.begin += offset;
    slice.end += offset;
  }
}

PathPoint move_to(const Point& to) {
  return {.kind = PathPoint::Kind::Move, .x = to.x, .y = to.y};
}
PathPoint line_to(const Point& to) {
  return {.kind = PathPoint::Kind::Line, .x = to.x, .y = to.y};
}

/// An arc in steps of at most an eighth of the circle, each a cubic curve within a thousandth of a point.
void add_arc(std::vector<PathPoint>& points, const Point& center, double radius, double begin, double end) {
  const int steps = std::max(1, static_cast<int>(std::ceil((end - begin) * 8 - 1e-9)));
  for (int i = 0; i < steps; ++i) {
    const double from = begin + (end - begin) * i / steps;
    const double to = begin + (end - begin) * (i + 1) / steps;
    const double handle = 4.0 / 3.0 * std::tan(2 * kPi * (to - from) / 4) * radius;
    const Point start = on_circle(center, radius, from);
    const Point stop = on_circle(center, radius, to);
    const double a = 2 * kPi * from;
    const double b = 2 * kPi * to;
    points.push_back({.kind = PathPoint::Kind::Curve,
                      .x = stop.x,
                      .y = stop.y,
                      .x1 = start.x + handle * std::cos(a),
                      .y1 = start.y + handle * std::sin(a),
                      .x2 = stop.x - handle * std::cos(b),
                      .y2 = stop.y - handle * std::sin(b)});
  }
}

void draw_slice(ChartCanvas& canvas, const Slice& slice, const Point& center, double radius) {
  const Filling look = filling(slice.index);
  Path path{.stroke = kStroke, .fill = true, .gray = look.gray, .pattern = look.pattern};
  const bool whole = slice.end - slice.begin > 1 - 1e-9;
  const Point start = on_circle(center, radius, slice.begin);
  path.points.push_back(move_to(whole ? start : center));
  if (!whole) path.points.push_back(line_to(start));
  add_arc(path.points, center, radius, slice.begin, slice.end);
  path.points.push_back({.kind = PathPoint::Kind::Close});
  canvas.path(std::move(path));
}

std::string figures_of(const ChartPoint& point) {
  return point.share_text.empty() ? point.value_text : point.value_text + "，" + point.share_text;
}

/// Labels of one side of the pie.
class Side {
 public:
  Side(ChartCanvas& canvas, bool right, const Point& center, double radius)
      : canvas_(canvas), right_(right), center_(center), radius_(radius) {}

  void add(const Slice& slice, double room) {
    const TextAlign align = right_ ? TextAlign::Left : TextAlign::Right;
    Label label{.slice = slice};
    label.name = canvas_.compose(slice.point->label, room, align);
    label.figures = canvas_.compose(figures_of(*slice.point), room, align, slice.point->fact);
    StackedLabel place{.wanted = on_circle(center_, radius_ + kElbow, slice.middle()).y};
    place.height = canvas_.height(label.name) + canvas_.height(label.figures) + kLabelGap;
    labels_.push_back(std::move(label));
    places_.push_back(place);
  }

  /// Sets the labels and widens the reach above and below the middle of the pie to theirs.
  void arrange(double* above, double* below) {
    stack_labels(places_);
    for (const StackedLabel& place : places_) {
      *above = std::max(*above, -place.top);
      *below = std::max(*below, place.top + place.height);
    }
  }

  void draw() {
    for (std::size_t i = 0; i < labels_.size(); ++i) draw_label(labels_[i], places_[i]);
  }

 private:
  struct Label {
    Slice slice;
    ComposedText name;
    ComposedText figures;
  };

  void draw_label(const Label& label, const StackedLabel& place) {
    const double sign = right_ ? 1 : -1;
    const double turn = center_.x + sign * (radius_ + kElbow);
    const double tip = turn + sign * kLevel;
    const double y = place.top + place.height / 2;
    const Point rim = on_circle(center_, radius_, label.slice.middle());
    Path leader{.stroke = kLeader};
    leader.points = {move_to(rim), line_to({turn, y}), line_to({tip, y})};
    canvas_.path(std::move(leader));
    const double x = right_ ? tip + kTextGap : 0;
    const double text_top = place.top + kLabelGap / 2;
    canvas_.put(label.name, x, text_top);
    canvas_.put(label.figures, x, text_top + canvas_.height(label.name));
  }

  ChartCanvas& canvas_;
  bool right_ = false;
  Point center_;
  double radius_ = 0;
  std::vector<Label> labels_;
  std::vector<StackedLabel> places_;
};

}  // namespace

double draw_pie(ChartCanvas& canvas, const Chart& chart) {
  std::vector<Slice> slices = slices_of(chart);
  turn(slices);
  const double radius = kRadius * canvas.scale();
  const double room = canvas.width() / 2 - radius - kElbow - kLevel - kTextGap;
  // Sides are measured about a pie at height 0 and moved down once their height is known.
  const Point center{canvas.width() / 2, 0};
  Side left(canvas, false, center, radius);
  Side right(canvas, true, center, radius);
  for (const Slice& slice : slices) (slice.right() ? right : left).add(slice, room);
  double above = radius;
  double below = radius;
  for (Side* side : {&left, &right}) side->arrange(&above, &below);
  for (const Slice& slice : slices) draw_slice(canvas, slice, center, radius);
  left.draw();
  right.draw();
  move_items(canvas.items(), 0, above);
  return above + below;
}

}  // namespace gongkai
