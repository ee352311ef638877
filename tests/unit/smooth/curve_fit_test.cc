#include "curve_fit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gongkai::smooth {
namespace {

constexpr double kTolerance = 2;

Segment line(Point from, Point to) {
  return {{from, from, to, to}, true};
}

/// `pieces` curves that together are the curve given.
Contour cut(const Segment& curve, int pieces) {
  Contour out;
  for (int i = 0; i < pieces; ++i) {
    const double from = static_cast<double>(i) / pieces;
    const double to = static_cast<double>(i + 1) / pieces;
    const double third = (to - from) / 3;
    const auto slope = [&](double t) {
      constexpr double kStep = 1e-6;
      const Point a = curve.at(t - kStep), b = curve.at(t + kStep);
      return Point{(b.x - a.x) / (2 * kStep), (b.y - a.y) / (2 * kStep)};
    };
    const Point a = curve.at(from), d = curve.at(to), va = slope(from), vd = slope(to);
    out.push_back({{a, {a.x + va.x * third, a.y + va.y * third}, {d.x - vd.x * third, d.y - vd.y * third}, d}, false});
  }
  return out;
}

double distance_to(const Contour& contour, const Point& point) {
  double nearest = std::numeric_limits<double>::max();
  for (const Segment& segment : contour) {
    for (int i = 0; i <= 200; ++i) {
      const Point place = segment.at(i / 200.0);
      nearest = std::min(nearest, std::hypot(place.x - point.x, place.y - point.y));
    }
  }
  return nearest;
}

TEST(CurveFit, PiecesOfOneCurveBecomeOneCurve) {
  const Segment whole{{{{0, 0}, {60, 120}, {180, 200}, {320, 220}}}, false};
  const Contour pieces = cut(whole, 4);
  const Contour out = simplify(pieces, kTolerance);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_FALSE(out[0].line);
  for (int i = 0; i <= 50; ++i) EXPECT_LE(distance_to(out, whole.at(i / 50.0)), kTolerance);
}

TEST(CurveFit, CornersStayWhereTheyAre) {
  Contour corner = cut({{{{0, 0}, {30, 80}, {110, 130}, {200, 140}}}, false}, 2);
  for (const Segment& piece : cut({{{{200, 140}, {195, 220}, {160, 300}, {80, 330}}}, false}, 2))
    corner.push_back(piece);
  const Contour out = simplify(corner, kTolerance);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].end().x, 200);
  EXPECT_EQ(out[0].end().y, 140);
}

TEST(CurveFit, StraightPiecesBecomeOneLineAndBendsOfLinesStay) {
  const Contour out =
      simplify({line({0, 0}, {100, 1}), line({100, 1}, {300, 0}), line({300, 0}, {300, 200})}, kTolerance);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_TRUE(out[0].line);
  EXPECT_EQ(out[0].end().x, 300);
}

TEST(CurveFit, NothingMovesMoreThanTheTolerance) {
  Contour wave;
  Point at{0, 0};
  for (int i = 1; i <= 40; ++i) {
    const Point next{i * 25.0, std::round(120 * std::sin(i / 4.0))};
    wave.push_back({{at, {at.x + 8, at.y + 3}, {next.x - 8, next.y - 3}, next}, false});
    at = next;
  }
  const Contour out = simplify(wave, kTolerance);
  EXPECT_LT(out.size(), wave.size());
  for (const Segment& segment : wave) {
    for (int i = 0; i <= 20; ++i) EXPECT_LE(distance_to(out, segment.at(i / 20.0)), kTolerance + 0.5);
  }
  for (const Segment& segment : out) {
    for (int i = 0; i <= 20; ++i) EXPECT_LE(distance_to(wave, segment.at(i / 20.0)), kTolerance + 0.5);
  }
}

}  // namespace
}  // namespace gongkai::smooth
