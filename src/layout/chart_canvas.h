// What the kinds of charts share: text, fills, and lengths in proportion to amounts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout_context.h"
#include "layout/strip.h"

namespace gongkai {

/// A way to fill a shape.
struct Filling {
  Pattern pattern = Pattern::Light;
  double gray = 0.85;
};

/// The n-th of a series of fillings that stay distinct in print without colour; neighbours differ most.
Filling filling(std::size_t index);

/// part / whole for drawing, from exact integers, to a millionth; 0 without a whole.
double drawn_share(Money part, Money whole);

/// The amount of a point; zero when it does not exist.
Money amount_of(const ChartPoint& point);

/// Where a chart is drawn: items relative to its top left corner, all of one figure node. Points.
class ChartCanvas {
 public:
  /// `scale`: of shapes; text shrinks less.
  ChartCanvas(LayoutContext& context, double width, StructureId figure, double scale = 1)
      : context_(context), width_(width), figure_(figure), scale_(scale) {}

  double width() const { return width_; }
  double scale() const { return scale_; }
  std::vector<Item>& items() { return items_; }

  /// Text in lines of at most `width` points (0: one line).
  ComposedText compose(std::string_view text, double width, TextAlign align, const Fact* fact = nullptr);
  /// Height of a composed text.
  double height(const ComposedText& text) const;
  /// Puts composed text with the top left corner of its measure at (x, y).
  void put(const ComposedText& text, double x, double y);

  void rule(double x1, double y1, double x2, double y2, double width);
  void rectangle(double x, double y, double width, double height, const Filling& filling);
  void path(Path path);

 private:
  /// Points.
  double text_size() const;
  double text_pitch() const;

  LayoutContext& context_;
  double width_ = 0;
  StructureId figure_ = kArtifact;
  double scale_ = 1;
  std::vector<Item> items_;
};

/// Each draws one kind and returns the height it took.
double draw_columns(ChartCanvas& canvas, const Chart& chart);
double draw_bars(ChartCanvas& canvas, const Chart& chart);
double draw_pie(ChartCanvas& canvas, const Chart& chart);

}  // namespace gongkai
