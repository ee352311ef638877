#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "frame_probe.h"
#include "layout/chart_canvas.h"
#include "layout/layout.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

class ChartLayoutTest : public testing::Test {
 protected:
  void SetUp() override {
    fonts_ = open_fonts();
    ASSERT_NE(fonts_, nullptr);
  }

  Frames laid_out(const Chart& chart) {
    sample_.document.style = Style::standard();
    sample_.document.blocks = {{chart}};
    Diagnostics diagnostics;
    auto frames = lay_out(sample_.document, *fonts_, diagnostics);
    EXPECT_TRUE(frames);
    return frames ? *frames : Frames{};
  }

  static std::vector<Fill> fills(const Frames& frames) {
    std::vector<Fill> out;
    for (const Item& item : frames.pages[0].items) {
      if (const auto* fill = std::get_if<Fill>(&item.content)) out.push_back(*fill);
    }
    return out;
  }

  SampleDocument sample_;
  std::unique_ptr<FontLibrary> fonts_;
};

TEST_F(ChartLayoutTest, ColumnsAreAsHighAsTheirAmounts) {
  const std::vector<Fill> columns = fills(laid_out(columns_chart(sample_)));
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_NEAR(columns[1].height / columns[0].height, 1945.8 / 2279.51, 1e-4);
  EXPECT_NEAR(columns[0].y + columns[0].height, columns[1].y + columns[1].height, 1e-6);
  EXPECT_NE(columns[0].pattern, columns[1].pattern);
}

TEST_F(ChartLayoutTest, FiguresStandOnTheColumnsAndKeepTheirFacts) {
  const Chart chart = columns_chart(sample_);
  const Frames frames = laid_out(chart);
  EXPECT_TRUE(shows(frames.pages[0], "2,279.51万元"));
  EXPECT_TRUE(shows(frames.pages[0], "2023年度"));
  EXPECT_TRUE(shows(frames.pages[0], "图1：收、支决算总计变动情况"));
  int with_fact = 0;
  for (const Item& item : frames.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && run->fact == chart.points[0].fact) ++with_fact;
  }
  EXPECT_GT(with_fact, 0);
}

TEST_F(ChartLayoutTest, OneYearAloneAndZeroAreDrawn) {
  Chart chart = columns_chart(sample_);
  chart.points.erase(chart.points.begin());
  EXPECT_EQ(fills(laid_out(chart)).size(), 1U);
  chart.points[0].fact = sample_.amount(0);
  chart.points[0].value_text = "0万元";
  const Frames frames = laid_out(chart);
  EXPECT_EQ(fills(frames).size(), 0U);
  EXPECT_TRUE(shows(frames.pages[0], "0万元"));
}

TEST_F(ChartLayoutTest, NegativeColumnHangsBelowTheBaseline) {
  Chart chart = columns_chart(sample_);
  chart.points[1].fact = sample_.amount(-500'000'000);
  const std::vector<Fill> columns = fills(laid_out(chart));
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_NEAR(columns[1].y, columns[0].y + columns[0].height, 1e-6);
}

TEST_F(ChartLayoutTest, PieLabelsDoNotTouchEachOther) {
  const Frames frames = laid_out(pie_chart(sample_));
  std::vector<ItemBox> texts;
  for (const Item& item : frames.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || item.structure == kArtifact) continue;
    ItemBox box = box_of(item);
    box.right += run->size * 0.5;
    texts.push_back(box);
  }
  ASSERT_GT(texts.size(), 10U);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const ItemBox& a = texts[i];
      const ItemBox& b = texts[j];
      const bool apart = a.right < b.left + 0.01 || b.right < a.left + 0.01 || a.bottom < b.top || b.bottom < a.top;
      const bool same_line = std::abs(a.bottom - b.bottom) < 0.01;
      EXPECT_TRUE(apart || same_line) << i << " " << j;
    }
  }
  EXPECT_TRUE(shows(frames.pages[0], "附属单位上缴收入"));
  EXPECT_TRUE(shows(frames.pages[0], "3.1万元，0.2%"));
}

TEST_F(ChartLayoutTest, PieOfOnePartIsAWholeCircle) {
  Chart chart = pie_chart(sample_);
  chart.points.resize(1);
  const Frames frames = laid_out(chart);
  int curves = 0;
  for (const Item& item : frames.pages[0].items) {
    if (const auto* path = std::get_if<Path>(&item.content)) {
      for (const PathPoint& point : path->points) curves += point.kind == PathPoint::Kind::Curve ? 1 : 0;
    }
  }
  EXPECT_EQ(curves, 8);
}

TEST_F(ChartLayoutTest, BarsAreInProportion) {
  Chart chart = pie_chart(sample_);
  chart.kind = ChartKind::Bars;
  const std::vector<Fill> bars = fills(laid_out(chart));
  ASSERT_EQ(bars.size(), 5U);
  EXPECT_NEAR(bars[1].width / bars[0].width, 155.7 / 1274.2, 1e-4);
  EXPECT_THAT(outside_text_block(laid_out(chart), PageMeasure{}), testing::IsEmpty());
}

TEST_F(ChartLayoutTest, FigureHasItsAlternativeText) {
  const Frames frames = laid_out(columns_chart(sample_));
  bool found = false;
  for (const StructureNode& node : frames.structure) {
    found =
        found || (node.role == StructureRole::Figure && node.alternative == "2023年度2279.51万元，2024年度1945.8万元");
  }
  EXPECT_TRUE(found);
}

TEST_F(ChartLayoutTest, TextShrinksWithTheShapesButStaysLegible) {
  for (const double scale : {1.0, 0.9, 0.7}) {
    Diagnostics diagnostics;
    LineComposer composer(*fonts_, diagnostics);
    Frames frames;
    LayoutContext context{sample_.document, composer, diagnostics, frames};
    ChartCanvas canvas(context, 442, 0, scale);
    const ComposedText text = canvas.compose("1,945.8万元", 0, TextAlign::Left);
    ASSERT_EQ(text.lines.size(), 1U);
    EXPECT_DOUBLE_EQ(text.lines[0].runs[0].size, std::max(10.5 * scale, 9.0));
  }
}

TEST(DrawnShareTest, IsExactToAMillionth) {
  EXPECT_DOUBLE_EQ(drawn_share(Money::from_fen(1), Money::from_fen(4)), 0.25);
  EXPECT_DOUBLE_EQ(drawn_share(Money::from_fen(kMaxFen), Money::from_fen(kMaxFen)), 1);
  EXPECT_DOUBLE_EQ(drawn_share(Money::from_fen(5), Money()), 0);
}

}  // namespace
}  // namespace gongkai
