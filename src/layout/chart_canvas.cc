#include "layout/chart_canvas.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

constexpr double kTextSize = 10.5;      // 五号
constexpr double kSmallestText = 9;     // 小五
constexpr double kTextPitch = 4.0 / 3;  // of the size
constexpr std::int64_t kMillion = 1'000'000;
const char* const kRole = "宋体";

}  // namespace

Filling filling(std::size_t index) {
  static constexpr Filling kSeries[] = {{Pattern::Solid, 0.82}, {Pattern::Hatch, 1},      {Pattern::Solid, 0.5},
                                        {Pattern::Dots, 1},     {Pattern::CrossHatch, 1}, {Pattern::White, 1},
                                        {Pattern::Solid, 0.3}};
  return kSeries[index % std::size(kSeries)];
}

double drawn_share(Money part, Money whole) {
  if (whole.is_zero()) return 0;
  const Int128 millionths = static_cast<Int128>(part.fen()) * kMillion / whole.fen();
  return static_cast<double>(static_cast<std::int64_t>(millionths)) / static_cast<double>(kMillion);
}

Money amount_of(const ChartPoint& point) {
  const Money* amount = point.fact != nullptr ? point.fact->amount() : nullptr;
  return amount != nullptr ? *amount : Money();
}

ComposedText ChartCanvas::compose(std::string_view text, double width, TextAlign align, const Fact* fact) {
  TextSpec spec;
  spec.role = kRole;
  spec.size = text_size();
  spec.width = width;
  spec.align = align;
  return context_.composer.compose(Runs{{.text = std::string(text), .fact = fact}}, spec);
}

double ChartCanvas::text_size() const {
  return std::max(kTextSize * scale_, kSmallestText);
}

double ChartCanvas::text_pitch() const {
  return text_size() * kTextPitch;
}

double ChartCanvas::height(const ComposedText& text) const {
  return static_cast<double>(text.lines.size()) * text_pitch();
}

void ChartCanvas::put(const ComposedText& text, double x, double y) {
  for (const Line& line : text.lines) {
    add_line(items_, line, x, y + baseline_in_line(text_pitch(), text_size()), figure_);
    y += text_pitch();
  }
}

void ChartCanvas::rule(double x1, double y1, double x2, double y2, double width) {
  items_.push_back({figure_, Rule{x1, y1, x2, y2, width}});
}

void ChartCanvas::rectangle(double x, double y, double width, double height, const Filling& filling) {
  items_.push_back({figure_, Fill{.x = x,
                                  .y = y,
                                  .width = width,
                                  .height = height,
                                  .gray = filling.gray,
                                  .pattern = filling.pattern,
                                  .outline = 0.6}});
}

void ChartCanvas::path(Path path) {
  items_.push_back({figure_, std::move(path)});
}

}  // namespace gongkai
