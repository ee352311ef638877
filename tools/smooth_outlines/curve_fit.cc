#include "curve_fit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>

namespace gongkai::smooth {
namespace {

constexpr int kSamples = 8;      // a segment
constexpr int kRounds = 4;       // of fitting and measuring anew where on the curve each sample lies
constexpr double kHopeless = 3;  // times the tolerance: no further round brings that within it

double distance(const Point& a, const Point& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<Point> sample(std::span<const Segment> run) {
  std::vector<Point> out{run.front().start()};
  for (const Segment& segment : run) {
    for (int i = 1; i <= kSamples; ++i) out.push_back(segment.at(static_cast<double>(i) / kSamples));
  }
  return out;
}

/// The share of the way travelled at each sample; empty when there is no way.
std::vector<double> chord_parameters(const std::vector<Point>& samples) {
  std::vector<double> out{0};
  for (std::size_t i = 1; i < samples.size(); ++i) out.push_back(out.back() + distance(samples[i - 1], samples[i]));
  const double length = out.back();
  if (length == 0) return {};
  for (double& value : out) value /= length;
  return out;
}

/// The control points that bring the curve nearest to the samples (least squares), in whole units.
std::optional<Segment> least_squares(const std::vector<Point>& samples, const std::vector<double>& parameters) {
  const Point& first = samples.front();
  const Point& last = samples.back();
  double c11 = 0, c12 = 0, c22 = 0;
  Point x1, x2;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double t = parameters[i];
    const double u = 1 - t;
    const double b0 = u * u * u, b1 = 3 * u * u * t, b2 = 3 * u * t * t, b3 = t * t * t;
    const Point rest{samples[i].x - first.x * b0 - last.x * b3, samples[i].y - first.y * b0 - last.y * b3};
    c11 += b1 * b1;
    c12 += b1 * b2;
    c22 += b2 * b2;
    x1 = {x1.x + b1 * rest.x, x1.y + b1 * rest.y};
    x2 = {x2.x + b2 * rest.x, x2.y + b2 * rest.y};
  }
  const double determinant = c11 * c22 - c12 * c12;
  if (std::abs(determinant) < 1e-9) return std::nullopt;
  const auto solve = [&](double a1, double a2, double b1, double b2) {
    return std::round((a1 * b2 - a2 * b1) / determinant);
  };
  const Point one{solve(x1.x, x2.x, c12, c22), solve(x1.y, x2.y, c12, c22)};
  const Point two{solve(c11, c12, x1.x, x2.x), solve(c11, c12, x1.y, x2.y)};
  return Segment{{first, one, two, last}, false};
}

/// The curve's direction and speed at `t`.
Point derivative(const Segment& curve, double t) {
  const double u = 1 - t;
  const auto along = [&](double a, double b, double c, double d) {
    return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
  };
  const auto& p = curve.points;
  return {along(p[0].x, p[1].x, p[2].x, p[3].x), along(p[0].y, p[1].y, p[2].y, p[3].y)};
}

/// Moves each parameter to where the curve is nearer to its sample; returns the largest distance then.
double refine(const Segment& curve, const std::vector<Point>& samples, std::vector<double>& parameters) {
  double worst = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Point place = curve.at(parameters[i]);
    const Point way = derivative(curve, parameters[i]);
    const double speed = way.x * way.x + way.y * way.y;
    const double ahead = (place.x - samples[i].x) * way.x + (place.y - samples[i].y) * way.y;
    if (speed > 0) parameters[i] = std::clamp(parameters[i] - ahead / speed, 0.0, 1.0);
    worst = std::max(worst, distance(curve.at(parameters[i]), samples[i]));
  }
  return worst;
}

/// Whether the control points lie where those of the run lie: what measures glyphs by them sees the same extent.
bool keeps_extent(const Segment& curve, std::span<const Segment> run, double tolerance) {
  Point low = run.front().start(), high = low;
  for (const Segment& segment : run) {
    for (const Point& point : segment.points) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
  }
  return std::ranges::all_of(curve.points, [&](const Point& point) {
    return point.x >= low.x - tolerance && point.x <= high.x + tolerance && point.y >= low.y - tolerance &&
           point.y <= high.y + tolerance;
  });
}

std::optional<Segment> fit_curve(std::span<const Segment> run, double tolerance) {
  const std::vector<Point> samples = sample(run);
  std::vector<double> parameters = chord_parameters(samples);
  if (parameters.empty()) return std::nullopt;
  for (int round = 0; round < kRounds; ++round) {
    const auto curve = least_squares(samples, parameters);
    if (!curve) return std::nullopt;
    const double worst = refine(*curve, samples, parameters);
    // Samples met out of order: the curve has a loop.
    if (!std::is_sorted(parameters.begin(), parameters.end())) return std::nullopt;
    if (worst <= tolerance && keeps_extent(*curve, run, tolerance)) return curve;
    if (worst > kHopeless * tolerance) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Segment> fit_line(std::span<const Segment> run, double tolerance) {
  const Point first = run.front().start();
  const Point last = run.back().end();
  const double length = distance(first, last);
  if (length == 0) return std::nullopt;
  const Point way{(last.x - first.x) / length, (last.y - first.y) / length};
  for (const Point& point : sample(run)) {
    const double aside = (point.x - first.x) * way.y - (point.y - first.y) * way.x;
    const double along = (point.x - first.x) * way.x + (point.y - first.y) * way.y;
    if (std::abs(aside) > tolerance || along < -tolerance || along > length + tolerance) return std::nullopt;
  }
  return Segment{{first, first, last, last}, true};
}

/// One segment for a run, or none that is near enough.
std::optional<Segment> fit(std::span<const Segment> run, double tolerance) {
  if (auto line = fit_line(run, tolerance)) return line;
  // A curve in place of lines would round what was meant to be straight.
  if (std::ranges::all_of(run, [](const Segment& segment) { return segment.line; })) return std::nullopt;
  if (run.size() == 1) return run.front();
  return fit_curve(run, tolerance);
}

// Bytes of a charstring, about.
constexpr int kLineCost = 3;
constexpr int kCurveCost = 7;

/// The last segment on the way to a joint.
struct Step {
  int cost = std::numeric_limits<int>::max();
  std::size_t from = 0;
  Segment segment;
};

}  // namespace

Point Segment::at(double t) const {
  const double u = 1 - t;
  if (line) return {u * start().x + t * end().x, u * start().y + t * end().y};
  const double b0 = u * u * u, b1 = 3 * u * u * t, b2 = 3 * u * t * t, b3 = t * t * t;
  return {b0 * points[0].x + b1 * points[1].x + b2 * points[2].x + b3 * points[3].x,
          b0 * points[0].y + b1 * points[1].y + b2 * points[2].y + b3 * points[3].y};
}

Contour simplify(const Contour& contour, double tolerance) {
  const std::span<const Segment> all(contour);
  // The cheapest way to each joint from the start, over every run that one segment can stand for.
  std::vector<Step> ways(all.size() + 1);
  ways.front().cost = 0;
  for (std::size_t from = 0; from < all.size(); ++from) {
    for (std::size_t to = from + 1; to <= all.size(); ++to) {
      auto segment = fit(all.subspan(from, to - from), tolerance);
      if (!segment && to > from + 1) break;
      if (!segment) segment = all[from];
      const int cost = ways[from].cost + (segment->line ? kLineCost : kCurveCost);
      if (cost < ways[to].cost) ways[to] = {cost, from, *segment};
    }
  }
  Contour out;
  for (std::size_t at = all.size(); at > 0; at = ways[at].from) out.push_back(ways[at].segment);
  std::ranges::reverse(out);
  return out;
}

}  // namespace gongkai::smooth
