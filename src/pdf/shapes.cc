#include "pdf/shapes.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

// The marks are those of the other backend, so that a page looks the same from both.
constexpr double kLightGray = 0.85;
constexpr double kHatchStep = 4.0;  // points
constexpr double kHatchWidth = 0.6;
constexpr double kDotStep = 3.6;
constexpr double kDotRadius = 0.6;
constexpr double kCircle = 0.5522847498;  // control points of a quarter circle, of the radius

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
};

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

/// Anchored to the page's origin, so that neighbouring fills continue each other.
void diagonals(Pen& pen, const Box& box, bool rising) {
  const double height = box.bottom - box.top;
  const double first = rising ? box.left + box.top : box.left - box.bottom;
  const double last = rising ? box.right + box.bottom : box.right - box.top;
  for (double at = std::floor(first / kHatchStep) * kHatchStep; at <= last; at += kHatchStep) {
    const double x = rising ? at - box.top : at + box.top;
    pen.move(x, box.top);
    pen.line(rising ? x - height : x + height, box.bottom);
  }
}

void circle(Pen& pen, double x, double y) {
  const double r = kDotRadius;
  const double c = r * kCircle;
  pen.move(x + r, y);
  pen.curve({{x + r, y + c}, {x + c, y + r}, {x, y + r}});
  pen.curve({{x - c, y + r}, {x - r, y + c}, {x - r, y}});
  pen.curve({{x - r, y - c}, {x - c, y - r}, {x, y - r}});
  pen.curve({{x + c, y - r}, {x + r, y - c}, {x + r, y}});
}

void dots(Pen& pen, const Box& box) {
  const auto first_row = static_cast<long>(std::floor(box.top / kDotStep));
  for (long row = first_row; static_cast<double>(row) * kDotStep <= box.bottom + kDotRadius; ++row) {
    const double y = static_cast<double>(row) * kDotStep;
    const double shift = row % 2 == 0 ? 0 : kDotStep / 2;
    for (double x = std::floor(box.left / kDotStep) * kDotStep + shift; x <= box.right + kDotRadius; x += kDotStep) {
      circle(pen, x, y);
    }
  }
}

void fill_gray(Pen& pen, const std::string& outline, double gray) {
  pen.operation(gray, "g");
  pen.text(outline);
  pen.text("f\n");
  if (gray != 0) pen.text("0 g\n");
}

void draw_marks(Pen& pen, const std::string& outline, const Box& box, Pattern pattern) {
  pen.text("q\n");
  pen.text(outline);
  pen.text("W n\n");
  if (pattern == Pattern::Dots) {
    dots(pen, box);
    pen.text("f\n");
  } else {
    pen.operation(kHatchWidth, "w");
    diagonals(pen, box, true);
    if (pattern == Pattern::CrossHatch) diagonals(pen, box, false);
    pen.text("S\n");
  }
  pen.text("Q\n");
}

void fill_with_pattern(Pen& pen, const std::string& outline, const Box& box, Pattern pattern, double gray) {
  switch (pattern) {
    case Pattern::Solid:
      return fill_gray(pen, outline, gray);
    case Pattern::Light:
      return fill_gray(pen, outline, kLightGray);
    case Pattern::White:
      return fill_gray(pen, outline, 1);
    case Pattern::Hatch:
    case Pattern::CrossHatch:
    case Pattern::Dots:
      fill_gray(pen, outline, 1);
      return draw_marks(pen, outline, box, pattern);
  }
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
Box box_of(const Path& path) {
  Box box;
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
  const Box box{fill.x, fill.y, fill.x + fill.width, fill.y + fill.height};
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
