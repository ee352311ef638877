#include "layout/line_composer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "facts/fact.h"
#include "layout/strip.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr double kMeasure = 156 * kPointsPerMm;

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) {
    text += run.text;
  }
  return text;
}

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

class LineComposerTest : public ::testing::Test {
 protected:
  std::vector<std::string> lines(std::string_view text, const TextSpec& spec) {
    std::vector<std::string> out;
    for (const Line& line : composer.compose(text, spec).lines) {
      out.push_back(text_of(line));
    }
    return out;
  }

  /// Body text on the grid without an indent.
  static TextSpec body() {
    TextSpec spec = text_spec(TextStyle{}, PageMeasure{}, kMeasure);
    spec.first_indent = 0;
    return spec;
  }

  /// x of each glyph of a line.
  static std::vector<double> places(const Line& line) {
    std::vector<double> out;
    for (const GlyphRun& run : line.runs) {
      for (const Glyph& glyph : run.glyphs) {
        out.push_back(glyph.x);
      }
    }
    return out;
  }

  std::unique_ptr<FontLibrary> fonts = open_fonts();
  Diagnostics diagnostics;
  LineComposer composer{*fonts, diagnostics};
};

TEST_F(LineComposerTest, TheGridHoldsTwentyEightCharacters) {
  EXPECT_NEAR(grid_pitch(PageMeasure{}), 15.79, 0.005);
  EXPECT_NEAR(grid_line_pitch(PageMeasure{}), 28.99, 0.005);
  const ComposedText text = composer.compose(repeat("国", 60), body());
  ASSERT_EQ(text.lines.size(), 3U);
  EXPECT_EQ(count_characters(text_of(text.lines[0])), 28U);
  EXPECT_NEAR(text.lines[0].width, kMeasure, 1e-6);
  const std::vector<double> x = places(text.lines[0]);
  for (std::size_t i = 1; i < x.size(); ++i) {
    EXPECT_NEAR(x[i] - x[i - 1], grid_pitch(PageMeasure{}), 1e-9);
  }
}

TEST_F(LineComposerTest, TitlesAreNotOnTheGrid) {
  TextStyle title{.size = 22, .align = TextAlign::Center};
  EXPECT_EQ(text_spec(title, PageMeasure{}, kMeasure).pitch, 0);
}

TEST_F(LineComposerTest, IndentsTheFirstLineByTwoCells) {
  TextSpec spec = text_spec(TextStyle{}, PageMeasure{}, kMeasure);
  const ComposedText text = composer.compose(repeat("国", 60), spec);
  EXPECT_EQ(count_characters(text_of(text.lines[0])), 26U);
  EXPECT_NEAR(text.lines[0].x, 2 * spec.pitch, 1e-9);
  EXPECT_EQ(text.lines[1].x, 0);
}

TEST_F(LineComposerTest, ClosingMarkIsSqueezedInRatherThanPushedOut) {
  // 29 characters of which four are commas: an eighth of each is enough to take the full stop in.
  const std::string line = repeat("国", 5) + "，" + repeat("民", 6) + "，" + repeat("人", 5) + "，" + repeat("和", 5) +
                           "，" + repeat("共", 2) + "了。";
  EXPECT_EQ(lines(line + repeat("后", 20), body())[0], line);
}

TEST_F(LineComposerTest, MarksInsideALineKeepPartOfTheirBlank) {
  // One comma cannot give the half that the full stop would need.
  const std::string line = repeat("国", 8) + "，" + repeat("民", 18) + "了。";
  EXPECT_NE(lines(line + repeat("后", 20), body())[0], line);
}

TEST_F(LineComposerTest, NeighbouringLinesShareTheSlackBeforeALongNumber) {
  // Greedy breaking would leave the second line with 21 characters for 28 places.
  const std::string number = "1,234,567,890.12万元";
  const ComposedText text = composer.compose(repeat("国", 28) + repeat("民", 21) + number + repeat("后", 40), body());
  double widest = 0;
  for (const Line& line : text.lines) {
    if (line.ends_paragraph) continue;
    widest = std::max(widest, (line.width - line.natural_width) / static_cast<double>(count_characters(text_of(line))));
  }
  EXPECT_LT(widest, 0.17 * 16);
}

TEST_F(LineComposerTest, NoCharacterIsLeftAloneOnTheLastLine) {
  // 57 characters: two full lines and one; the line before gives some of its own.
  const auto set = lines(repeat("国", 12) + "，" + repeat("民", 43) + "了。", body());
  ASSERT_EQ(set.size(), 3U);
  EXPECT_GE(count_characters(set[2]), 3U);
}

TEST_F(LineComposerTest, LineEndMarkIsHalved) {
  const ComposedText text = composer.compose(repeat("国", 28) + "。" + repeat("民", 5), body());
  // Half a mark more than the measure and nothing to squeeze: the last character goes with its mark.
  EXPECT_EQ(text_of(text.lines[0]), repeat("国", 27));
  EXPECT_EQ(text_of(text.lines[1]), "国。" + repeat("民", 5));
  EXPECT_NEAR(text.lines[0].width, kMeasure, 1e-6);
}

TEST_F(LineComposerTest, LineStartMarkIsHalvedButNotInAnIndent) {
  TextSpec spec{.size = 10, .width = 100, .align = TextAlign::Left};
  const ComposedText flush = composer.compose("（一）基本", spec);
  spec.first_indent = 2;
  const ComposedText indented = composer.compose("（一）基本", spec);
  EXPECT_NEAR(places(flush.lines[0])[0], -5, 0.5);
  EXPECT_NEAR(places(indented.lines[0])[0], 20, 1e-9);
}

TEST_F(LineComposerTest, NeighbouringMarksShareTheirBlanks) {
  const auto width = [&](std::string_view text) { return composer.measure(text, "仿宋", 10); };
  EXPECT_NEAR(width("国）。国"), 35, 0.2);
  EXPECT_NEAR(width("国）（国"), 35, 0.2);
  EXPECT_NEAR(width("国（“国"), 35, 0.2);
  EXPECT_NEAR(width("国。国"), 30, 0.2);
}

TEST_F(LineComposerTest, HanAndLatinStandAQuarterApart) {
  const double digits = composer.measure("2024", "仿宋", 16);
  EXPECT_NEAR(composer.measure("在2024年", "仿宋", 16), 32 + digits + 8, 1e-6);
  EXPECT_NEAR(composer.measure("，2024。", "仿宋", 16) - digits, 24, 0.5) << "no gap beside a mark";
  const double blank = composer.measure("a b", "仿宋", 16) - composer.measure("ab", "仿宋", 16);
  EXPECT_NEAR(composer.measure("在 2024", "仿宋", 16), 16 + blank + digits, 1e-6) << "a blank is gap enough";
}

TEST_F(LineComposerTest, NoGapAfterTheStopOfANumberedItemNorAtASlash) {
  const auto width = [&](std::string_view text) { return composer.measure(text, "仿宋", 16); };
  EXPECT_NEAR(width("1.支出"), width("1.") + 32, 1e-6);
  EXPECT_NEAR(width("元/人"), width("/") + 32, 1e-6);
}

TEST_F(LineComposerTest, ALineIsNotTornForAnAddress) {
  const std::string text =
      "《国家预算公开操作规程》规定谁编制谁公开；请见https://www.example.gov.cn/zwgk/caizheng/2024/index.html公开。";
  const ComposedText set = composer.compose(text, body());
  EXPECT_EQ(set.lines[0].quality, BreakQuality::Loose);
  EXPECT_GT(set.lines[0].natural_width, 0.9 * kMeasure);
}

TEST_F(LineComposerTest, JustificationLeavesNumbersAndWordsAlone) {
  const std::string text =
      "全年总收入1,945.80万元，比上年减少333.71万元，下降14.6%，其中Budget部分为2024年度财政拨款收入。";
  const ComposedText set = composer.compose(text, body());
  ASSERT_GE(set.lines.size(), 2U);
  const Line& line = set.lines[0];
  EXPECT_NEAR(line.width, kMeasure, 1e-6);
  // Inside 1,945.80 the glyphs stand as the font has them.
  const auto number =
      std::ranges::find_if(line.runs, [](const GlyphRun& r) { return r.text.find("1,945.80") != std::string::npos; });
  ASSERT_NE(number, line.runs.end());
  const GlyphRun& run = *number;
  const std::size_t at = count_characters(run.text.substr(0, run.text.find("1,945.80")));
  EXPECT_NEAR(run.glyphs[at + 7].x - run.glyphs[at].x, composer.measure("1,945.8", "仿宋", 16), 1e-6);
}

TEST_F(LineComposerTest, LastLineKeepsItsNaturalWidth) {
  const ComposedText set = composer.compose(repeat("国", 33), body());
  EXPECT_NEAR(set.lines[1].width, 5 * grid_pitch(PageMeasure{}), 1e-9);
  EXPECT_TRUE(set.lines[1].ends_paragraph);
  EXPECT_FALSE(set.lines[0].ends_paragraph);
}

TEST_F(LineComposerTest, LineFeedsForceLines) {
  EXPECT_THAT(lines("一\n\n二", body()), ElementsAre("一", "", "二"));
}

TEST_F(LineComposerTest, WordsLongerThanTheLineBreakAndSaySo) {
  TextSpec spec{.role = "宋体", .size = 9, .width = 40, .align = TextAlign::Left};
  const ComposedText set = composer.compose("1234567890123456", spec);
  EXPECT_EQ(set.worst(), BreakQuality::Word);
  EXPECT_FALSE(set.overflow());
  std::string all;
  for (const Line& line : set.lines) {
    EXPECT_LE(line.width, 40 + 1e-6);
    all += text_of(line);
  }
  EXPECT_EQ(all, "1234567890123456");
}

TEST_F(LineComposerTest, ACharacterWiderThanTheMeasureIsOverflow) {
  EXPECT_TRUE(composer.compose("国民", {.size = 16, .width = 10}).overflow());
}

TEST_F(LineComposerTest, FitShrinksBeforeItBreaksAWord) {
  const TextSpec spec{.role = "宋体", .size = 9, .width = 40, .align = TextAlign::Right};
  const Runs amount{{.text = "123,456.78"}};
  PreparedText text = composer.prepare(amount, spec.role);
  const FittedText fitted = composer.fit(text, spec, 7, 1);
  EXPECT_TRUE(fitted.fits);
  EXPECT_LT(fitted.size, 9);
  EXPECT_GE(fitted.size, 7);
  EXPECT_EQ(fitted.set.lines.size(), 1U);
  const Runs longer{{.text = "123,456,789.12"}};
  text = composer.prepare(longer, spec.role);
  EXPECT_FALSE(composer.fit(text, spec, 7, 1).fits);
}

TEST_F(LineComposerTest, DecimalPointsOfAColumnStandTogether) {
  const TextSpec spec{.role = "宋体", .size = 9, .width = 80, .align = TextAlign::Right};
  const double first = decimal_x(composer.compose("1,111.11", spec).lines[0]);
  EXPECT_LT(first, 80);
  for (const char* amount : {"40,280.96", "-7.05", "0.30", "999.99"}) {
    EXPECT_NEAR(decimal_x(composer.compose(amount, spec).lines[0]), first, 1e-6) << amount;
  }
  EXPECT_EQ(decimal_x(composer.compose("合计", spec).lines[0]), 80);
}

TEST_F(LineComposerTest, AlignsCentreAndRight) {
  EXPECT_NEAR(composer.compose("国", {.size = 10, .width = 50, .align = TextAlign::Center}).lines[0].x, 20, 1e-9);
  EXPECT_NEAR(composer.compose("国", {.size = 10, .width = 50, .align = TextAlign::Right}).lines[0].x, 40, 1e-9);
}

TEST_F(LineComposerTest, RunsEndWhereTheFactEnds) {
  const Fact fact{};
  const Runs runs{{.text = "收入"}, {.text = "12.5", .fact = &fact}, {.text = "万元"}};
  const Line line = composer.compose(runs, body()).lines[0];
  ASSERT_EQ(line.runs.size(), 3U);
  EXPECT_EQ(line.runs[1].fact, &fact);
  EXPECT_EQ(line.runs[1].text, "12.5");
  EXPECT_EQ(line.runs[2].fact, nullptr);
}

TEST_F(LineComposerTest, ClustersCoverTextAndGlyphs) {
  const ComposedText text = composer.compose("总——收……e\u0301 office☑镕", body());
  for (const GlyphRun& run : text.lines[0].runs) {
    int bytes = 0;
    int glyphs = 0;
    for (const Cluster& cluster : run.clusters) {
      bytes += cluster.bytes;
      glyphs += cluster.glyphs;
    }
    EXPECT_EQ(bytes, static_cast<int>(run.text.size())) << run.text;
    EXPECT_EQ(glyphs, static_cast<int>(run.glyphs.size())) << run.text;
  }
}

TEST_F(LineComposerTest, RareCharactersAreNotedOnceMissingOnesRefused) {
  composer.compose("镕基、镕基", body());
  composer.compose("镕", body());
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "N0711");
  EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("“镕”（U+9555）"));
  const ComposedText text = composer.compose("国\U000E0041民", body());
  EXPECT_FALSE(text.complete);
  EXPECT_EQ(diagnostics.items()[1].code, "E0715");
}

TEST_F(LineComposerTest, AMarkTheFaceOfItsLetterLacksIsRefused) {
  const ComposedText text = composer.compose("均值x\u0304为正", body());
  EXPECT_FALSE(text.complete);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "E0715");
  EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("U+0304"));
}

TEST_F(LineComposerTest, AMarkAfterATabDoesNotJoinIt) {
  const ComposedText text = composer.compose("甲\t\u0304乙", body());
  EXPECT_FALSE(text.complete);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "E0715");
}

TEST_F(LineComposerTest, LeastWidthIsThatOfTheWidestPiece) {
  const auto least_width = [&](const Runs& runs) {
    PreparedText text = composer.prepare(runs, "宋体");
    return composer.least_width(text, 9);
  };
  EXPECT_NEAR(least_width({{.text = "收入123.45万元"}}), composer.measure("123.45万元", "宋体", 9), 1e-6);
  EXPECT_NEAR(least_width({{.text = "收入"}}), 9, 1e-9);
}

TEST_F(LineComposerTest, EmptyTextHasNoLines) {
  EXPECT_TRUE(composer.compose("", body()).lines.empty());
}

TEST_F(LineComposerTest, PlacesALineOnThePage) {
  Page page;
  const ComposedText text = composer.compose("国", {.size = 10, .width = 50});
  add_line(page.items, text.lines[0], 100, 200, 3);
  ASSERT_EQ(page.items.size(), 1U);
  EXPECT_EQ(page.items[0].structure, 3);
  const GlyphRun& run = std::get<GlyphRun>(page.items[0].content);
  EXPECT_EQ(run.glyphs[0].x, 100);
  EXPECT_EQ(run.glyphs[0].y, 200);
}

}  // namespace
}  // namespace gongkai
