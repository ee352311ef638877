// Random texts: nothing lost, nothing too wide, no line begins or ends with what it must not.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "layout/line_composer.h"
#include "random_text.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kClosing = U"。，、；：？！”’）》〉】〗」』—…·％℃";
constexpr std::u32string_view kOpening = U"“‘（《〈【〖「『〔￥";

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) {
    text += run.text;
  }
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') {
      out += c;
    }
  }
  return out;
}

void check(const ComposedText& set, const std::string& text, const TextSpec& spec) {
  std::string joined;
  std::size_t covered = 0;
  for (std::size_t i = 0; i < set.lines.size(); ++i) {
    const Line& line = set.lines[i];
    const std::string shown = text_of(line);
    joined += shown;
    EXPECT_EQ(line.begin, covered);
    covered = line.end;
    EXPECT_LE(line.x + line.width, spec.width + 1e-6) << shown;
    EXPECT_FALSE(line.overflow) << shown;
    double last = -1e9;
    for (const GlyphRun& run : line.runs) {
      for (const Glyph& glyph : run.glyphs) {
        // The origin of an opening mark lies half a character left of its core.
        EXPECT_GT(glyph.x, last - spec.size / 2) << shown;
        last = glyph.x;
      }
    }
    const std::u32string characters = decode_utf8(shown);
    if (characters.empty() || line.quality == BreakQuality::Forbidden) {
      continue;
    }
    const bool after_forbidden = i > 0 && set.lines[i - 1].quality == BreakQuality::Forbidden;
    if (i > 0 && !after_forbidden) {
      EXPECT_EQ(kClosing.find(characters.front()), std::u32string_view::npos) << shown;
    }
    if (!line.ends_paragraph) {
      EXPECT_EQ(kOpening.find(characters.back()), std::u32string_view::npos) << shown;
    }
  }
  EXPECT_EQ(covered, text.size());
  EXPECT_EQ(without_blanks(joined), without_blanks(text));
}

TEST(LineProperties, HoldForRandomTexts) {
  const auto fonts = open_fonts();
  ASSERT_NE(fonts, nullptr);
  int justified = 0;
  int broken = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    TextMaker maker(seed);
    const std::string text = maker.make();
    Diagnostics diagnostics;
    LineComposer composer(*fonts, diagnostics);
    TextSpec spec = text_spec(TextStyle{}, PageMeasure{}, 0);
    spec.width = maker.pick(3) == 0 ? 60 + maker.pick(100) : 156 * kPointsPerMm;
    spec.align = maker.pick(4) == 0 ? TextAlign::Left : TextAlign::Justify;
    const ComposedText set = composer.compose(text, spec);
    check(set, text, spec);
    for (const Line& line : set.lines) {
      broken += line.quality >= BreakQuality::Loose ? 1 : 0;
      justified += spec.align == TextAlign::Justify && !line.ends_paragraph ? 1 : 0;
    }
    // Wide lines of a justified text reach the margin.
    if (spec.align == TextAlign::Justify && spec.width > 400) {
      for (const Line& line : set.lines) {
        if (!line.ends_paragraph) {
          EXPECT_NEAR(line.x + line.width, spec.width, 1e-6) << text_of(line);
        }
      }
    }
    if (::testing::Test::HasFailure()) {
      FAIL() << "seed " << seed << ": " << text;
    }
  }
  EXPECT_GT(justified, 500);
  EXPECT_GT(broken, 0) << "the narrow measures must reach the worse breaks";
}

TEST(LineProperties, AnyCharactersAtAllAreKept) {
  const auto fonts = open_fonts();
  constexpr std::u32string_view kAny = U"公开（）“”，。—…·1234.,%-+〔〕号万元年 ab/￥①☑～：；《》国民";
  for (unsigned seed = 0; seed < 300; ++seed) {
    TextMaker maker(seed);
    std::string text;
    for (int i = 0; i < 40; ++i) {
      append_utf8(text, kAny[static_cast<std::size_t>(maker.pick(static_cast<int>(kAny.size())))]);
    }
    Diagnostics diagnostics;
    LineComposer composer(*fonts, diagnostics);
    check(composer.compose(text, {.role = "宋体", .size = 10, .width = 90}), text, {.width = 90});
    if (::testing::Test::HasFailure()) {
      FAIL() << "seed " << seed << ": " << text;
    }
  }
}

}  // namespace
}  // namespace gongkai
