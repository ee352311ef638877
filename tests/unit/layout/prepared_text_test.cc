// A text prepared once and tried at many sizes and widths is set as if it were composed anew each time.
#include "layout/prepared_text.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "layout/line_composer.h"
#include "random_text.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

void expect_same(const GlyphRun& a, const GlyphRun& b) {
  EXPECT_EQ(a.face, b.face);
  EXPECT_EQ(a.size, b.size);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.fact, b.fact);
  ASSERT_EQ(a.glyphs.size(), b.glyphs.size());
  for (std::size_t i = 0; i < a.glyphs.size(); ++i) {
    EXPECT_EQ(a.glyphs[i].id, b.glyphs[i].id);
    EXPECT_EQ(a.glyphs[i].x, b.glyphs[i].x);
    EXPECT_EQ(a.glyphs[i].y, b.glyphs[i].y);
  }
}

void expect_same(const ComposedText& a, const ComposedText& b) {
  EXPECT_EQ(a.width, b.width);
  EXPECT_EQ(a.complete, b.complete);
  ASSERT_EQ(a.lines.size(), b.lines.size());
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    EXPECT_EQ(a.lines[i].x, b.lines[i].x);
    EXPECT_EQ(a.lines[i].width, b.lines[i].width);
    EXPECT_EQ(a.lines[i].quality, b.lines[i].quality);
    EXPECT_EQ(a.lines[i].overflow, b.lines[i].overflow);
    EXPECT_EQ(a.lines[i].begin, b.lines[i].begin);
    EXPECT_EQ(a.lines[i].end, b.lines[i].end);
    ASSERT_EQ(a.lines[i].runs.size(), b.lines[i].runs.size());
    for (std::size_t run = 0; run < a.lines[i].runs.size(); ++run) {
      expect_same(a.lines[i].runs[run], b.lines[i].runs[run]);
    }
  }
}

TextSpec random_spec(TextMaker& maker) {
  constexpr std::array kAligns = {TextAlign::Justify, TextAlign::Left, TextAlign::Center, TextAlign::Right};
  TextSpec spec{.role = "宋体", .size = 7 + maker.pick(20) * 0.5};
  spec.pitch = maker.pick(3) == 0 ? spec.size * 1.02 : 0;
  spec.width = maker.pick(6) == 0 ? 0 : 20 + maker.pick(400);  // narrow ones cut words
  spec.align = kAligns.at(static_cast<std::size_t>(maker.pick(4)));
  spec.first_indent = maker.pick(3);
  spec.rest_indent = maker.pick(2);
  return spec;
}

class PreparedTextTest : public ::testing::Test {
 protected:
  std::unique_ptr<FontLibrary> fonts = open_fonts();
  Diagnostics diagnostics;
  LineComposer composer{*fonts, diagnostics};
};

TEST_F(PreparedTextTest, IsSetAsIfComposedAnew) {
  std::size_t cut = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    TextMaker maker(seed);
    const Runs runs{{.text = maker.make()}, {.text = maker.make()}};
    PreparedText text = composer.prepare(runs, "宋体");
    for (int tried = 0; tried < 8; ++tried) {
      const TextSpec spec = random_spec(maker);
      expect_same(composer.write(text, spec, composer.set(text, spec)), composer.compose(runs, spec));
      cut += text.cut.atoms.empty() ? 0U : 1U;
    }
    if (HasFailure()) FAIL() << "seed " << seed;
  }
  EXPECT_GT(cut, 0U) << "some measure must be narrower than a word";
}

TEST_F(PreparedTextTest, SetLinesHaveTheMeasuresOfTheWrittenOnes) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    TextMaker maker(seed);
    const Runs runs{{.text = maker.make()}};
    const TextSpec spec = random_spec(maker);
    PreparedText text = composer.prepare(runs, spec.role);
    const SetText set = composer.set(text, spec);
    const ComposedText written = composer.compose(runs, spec);
    EXPECT_EQ(set.width, written.width);
    EXPECT_EQ(set.worst(), written.worst());
    EXPECT_EQ(set.overflow(), written.overflow());
    EXPECT_EQ(set.lines.size(), written.lines.size());
  }
}

TEST_F(PreparedTextTest, MeasuresAsItWouldBeSet) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    TextMaker maker(seed);
    const std::string blanks = maker.pick(2) == 0 ? "" : " ";
    const std::string between = maker.pick(2) == 0 ? "" : "\n";
    const Runs runs{{.text = blanks + maker.make() + blanks + between + maker.make() + between}};
    PreparedText text = composer.prepare(runs, "宋体");
    const TextSpec unlimited{.role = "宋体", .size = 9.5, .align = TextAlign::Left};
    EXPECT_EQ(composer.measure(text, 9.5), composer.compose(runs, unlimited).width) << runs.front().text;
  }
}

TEST_F(PreparedTextTest, MeasuresDoNotDependOnWhatWasTriedBefore) {
  const Runs runs{{.text = "社会保障和就业支出1,234,567.89万元（就业补助）"}};
  PreparedText fresh = composer.prepare(runs, "宋体");
  const double width = composer.measure(fresh, 9);
  const double least = composer.least_width(fresh, 9);
  PreparedText tried = composer.prepare(runs, "宋体");
  composer.set(tried, {.role = "宋体", .size = 16, .width = 30});
  composer.measure(tried, 7.5);
  EXPECT_EQ(composer.measure(tried, 9), width);
  EXPECT_EQ(composer.least_width(tried, 9), least);
}

}  // namespace
}  // namespace gongkai
