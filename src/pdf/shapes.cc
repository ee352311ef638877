#include "pdf/shapes.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "layout/pattern_marks.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr double kCircle = 0.5522847498;  // control points of a quarter circle, of the radius

class Pen {
 public:
  Pen(std::string& out, double height) : out_(out), height_(height) {}
  void point(double x, double y) {
    append_number(out_, x);
    out_ += ' ';
    append_number(out_, height_ - y);
    out_ += ' ';
  }
  void move(double x, double y) {
    point(x, y);
    out_ += "m\n";
  }
  void line(double x, double y) {
    point(x, y);
    out_ += "l\n";
  }
  void curve(std::initializer_list<std::pair<double, double>> points) {
    for (const auto& [x, y] : points) point(x, y);
    out_ += "c\n";
  }
  void operation(double value, std::string_view name) {
    append_number(out_, value);
    out_ += ' ';
    out_ += name;
    out_ += '\n';
  }
  void text(std::string_view text) { out_ += text; }

 private:
  std::string& out_;
  double height_;
};

void circle(Pen& pen, double x, double y, double r) {
  const double c = r * kCircle;
  pen.move(x + r, y);
  pen.curve({{x + r, y + c}, {x + c, y + r}, {x, y + r}});
  pen.curve({{x - c, y + r}, {x - r, y + c}, {x - r, y}});
  pen.curve({{x - r, y - c}, {x - c, y - r}, {x, y - r}});
  pen.curve({{x + c, y - r}, {x + r, y - c}, {x + r, y}});
}

void fill_gray(Pen& pen, const std::string& outline, double gray) {
  pen.operation(gray, "g");
  pen.text(outline);
  pen.text("f\n");
  if (gray != 0) pen.text("0 g\n");
}

void draw_marks(Pen& pen, const std::string& outline, const PatternMarks& marks) {
  pen.text("q\n");
  pen.text(outline);
  pen.text("W n\n");
  for (const MarkDot& dot : marks.dots) circle(pen, dot.x, dot.y, kMarkDotRadius);
  if (!marks.dots.empty()) pen.text("f\n");
  if (!marks.lines.empty()) {
    pen.operation(kMarkLineWidth, "w");
    for (const MarkLine& line : marks.lines) {
      pen.move(line.x1, line.y1);
      pen.line(line.x2, line.y2);
    }
    pen.text("S\n");
  }
  pen.text("Q\n");
}

void fill_with_pattern(Pen& pen, const std::string& outline, const MarkBox& box, Pattern pattern, double gray) {
  const PatternMarks marks = pattern_marks(pattern, box, gray);
  fill_gray(pen, outline, marks.gray);
  if (!marks.lines.empty() || !marks.dots.empty()) draw_marks(pen, outline, marks);
}

void stroke(Pen& pen, const std::string& outline, double width) {
  pen.operation(width, "w");
  pen.text(outline);
  pen.text("S\n");
}

std::string outline_of(const Path& path, double height) {
  std::string outline;
  Pen pen(outline, height);
  for (const PathPoint& point : path.points) {
    switch (point.kind) {
      case PathPoint::Kind::Move:
        pen.move(point.x, point.y);
        break;
      case PathPoint::Kind::Line:
        pen.line(point.x, point.y);
        break;
      case PathPoint::Kind::Curve:
        pen.curve({{point.x1, point.y1}, {point.x2, point.y2}, {point.x, point.y}});
        break;
      case PathPoint::Kind::Close:
        pen.text("h\n");
        break;
    }
  }
  return outline;
}

/// A box around all points and control points: at least as large as the path.
MarkBox box_of(const Path& path) {
  MarkBox box;
  bool first = true;
  const auto include = [&](double x, double y) {
    if (first) box = {x, y, x, y};
    first = false;
    box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
  };
  for (const PathPoint& point : path.points) {
    if (point.kind == PathPoint::Kind::Close) continue;
    include(point.x, point.y);
    if (point.kind != PathPoint::Kind::Curve) continue;
    include(point.x1, point.y1);
    include(point.x2, point.y2);
  }
  return box;
}

}  // namespace

void draw_rule(std::string& out, const Rule& rule, double height) {
  Pen pen(out, height);
  pen.operation(rule.width, "w");
  pen.move(rule.x1, rule.y1);
  pen.line(rule.x2, rule.y2);
  pen.text("S\n");
}

void draw_fill(std::string& out, const Fill& fill, double height) {
  std::string outline;
  Pen corner(outline, height);
  corner.point(fill.x, fill.y + fill.height);
  append_number(outline, fill.width);
  outline += ' ';
  append_number(outline, fill.height);
  outline += " re\n";
  Pen pen(out, height);
  const MarkBox box{fill.x, fill.y, fill.x + fill.width, fill.y + fill.height};
  fill_with_pattern(pen, outline, box, fill.pattern, fill.gray);
  if (fill.outline > 0) stroke(pen, outline, fill.outline);
}

void draw_path(std::string& out, const Path& path, double height) {
  const std::string outline = outline_of(path, height);
  Pen pen(out, height);
  if (path.fill) fill_with_pattern(pen, outline, box_of(path), path.pattern, path.gray);
  if (path.stroke > 0) stroke(pen, outline, path.stroke);
}

}  // namespace gongkai::pdf
