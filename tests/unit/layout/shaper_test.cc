#include "layout/shaper.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "base/utf8.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

/// One prepared font, by its file and family.
class LoadedShaper {
 public:
  LoadedShaper(const char* file, const std::string& family) {
    font_ = shaper_.load((prepared_fonts() / file).string(), family, problem_);
    EXPECT_GE(font_, 0) << problem_;
  }
  ShapedText shape(std::string_view text, std::string_view feature = {}) const {
    return shaper_.shape(font_, text, feature);
  }
  void measure_ink(ShapedText& text) const { shaper_.measure_ink(font_, text); }
  Shaper& shaper() { return shaper_; }

 private:
  Shaper shaper_;
  std::string problem_;
  int font_ = -1;
};

LoadedShaper songti() { return {"NotoSerifCJKsc-Regular.otf", "Noto Serif CJK SC"}; }

int bytes_of(const ShapedText& text) {
  return std::accumulate(text.clusters.begin(), text.clusters.end(), 0,
                         [](int sum, const Cluster& cluster) { return sum + cluster.bytes; });
}

int glyphs_of(const ShapedText& text) {
  return std::accumulate(text.clusters.begin(), text.clusters.end(), 0,
                         [](int sum, const Cluster& cluster) { return sum + cluster.glyphs; });
}

TEST(Shaper, ClustersCoverEveryByteAndEveryGlyph) {
  const LoadedShaper symbols("DejaVuSans.ttf", "DejaVu Sans");
  for (const std::string text : {"1,171.11", "e\u0301", "A\u0301b", "年A1年", "\u0628\u062A\u062B", "a\u0628\u062Ab"}) {
    const ShapedText shaped = symbols.shape(text);
    EXPECT_EQ(bytes_of(shaped), static_cast<int>(text.size())) << text;
    EXPECT_EQ(glyphs_of(shaped), static_cast<int>(shaped.glyphs.size())) << text;
  }
}

/// Every ideograph of every prepared font, by the short cut and by all of HarfBuzz.
TEST(Shaper, IdeographsAreShapedByTheShortCutAsInFull) {
  struct Font {
    const char* file;
    const char* family;
  };
  for (const auto& [file, family] : {Font{"NotoSerifCJKsc-Regular.otf", "Noto Serif CJK SC"},
                                     Font{"NotoSerifCJKsc-SemiBold.otf", "Noto Serif CJK SC"},
                                     Font{"NotoSansCJKsc-Medium.otf", "Noto Sans CJK SC"},
                                     Font{"FandolFang-Regular.otf", "FandolFang"},
                                     Font{"FandolKai-Regular.otf", "FandolKai"}}) {
    LoadedShaper font(file, family);
    int compared = 0;
    for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
      if (!font.shaper().has_glyph(0, c)) continue;
      const std::string text = encode_utf8(std::u32string_view(&c, 1));
      const ShapedText quick = font.shape(text, "hwid");
      const ShapedText full = font.shaper().shape_fully(0, text, "hwid");
      ASSERT_EQ(quick.glyphs.size(), full.glyphs.size()) << file << text;
      ASSERT_EQ(quick.glyphs[0].id, full.glyphs[0].id) << file << text;
      ASSERT_EQ(quick.glyphs[0].advance, full.glyphs[0].advance) << file << text;
      ASSERT_EQ(quick.glyphs[0].dx, full.glyphs[0].dx) << file << text;
      ASSERT_EQ(quick.glyphs[0].dy, full.glyphs[0].dy) << file << text;
      ASSERT_EQ(quick.advance, full.advance) << file << text;
      ASSERT_EQ(quick.clusters.size(), 1U) << file << text;
      ASSERT_EQ(quick.clusters[0].bytes, full.clusters[0].bytes) << file << text;
      ++compared;
    }
    EXPECT_GT(compared, 6000) << file;
  }
}

TEST(Shaper, AMixOfScriptsIsAsWideAsItsParts) {
  const LoadedShaper fonts = songti();
  const double parts = fonts.shape("年").advance + fonts.shape("AB").advance + fonts.shape("月").advance;
  EXPECT_DOUBLE_EQ(fonts.shape("年AB月").advance, parts);
}

TEST(Shaper, ARightToLeftRunIsOneCluster) {
  const LoadedShaper symbols("DejaVuSans.ttf", "DejaVu Sans");
  const ShapedText shaped = symbols.shape("\u0628\u062A\u062B");
  ASSERT_EQ(shaped.clusters.size(), 1U);
  EXPECT_EQ(shaped.clusters[0].glyphs, 3);
}

TEST(Shaper, TheDigitFeatureIsForDigitsOnly) {
  const LoadedShaper fonts = songti();
  const ShapedText plain = fonts.shape("年1");
  const ShapedText even = fonts.shape("年1", "hwid");
  EXPECT_EQ(plain.glyphs[0].id, even.glyphs[0].id);
  EXPECT_DOUBLE_EQ(even.glyphs[1].advance, 0.5);
  EXPECT_NE(plain.glyphs[1].advance, even.glyphs[1].advance);
}

TEST(Shaper, InkIsMeasuredOfMarksAndOnDemandOfLetters) {
  const LoadedShaper fonts = songti();
  const ShapedText open = fonts.shape("（");
  EXPECT_GT(open.ink_left, 0.4);
  EXPECT_LT(open.ink_right, 1.0);
  ShapedText letter = fonts.shape("国");
  EXPECT_EQ(letter.ink_right, 0);
  fonts.measure_ink(letter);
  EXPECT_GT(letter.ink_right - letter.ink_left, 0.7);
}

TEST(Shaper, AnInvisibleCharacterDrawsABlankOfNoWidth) {
  const LoadedShaper fonts = songti();
  const ShapedText shaped = fonts.shape("年\u200B");
  ASSERT_EQ(shaped.glyphs.size(), 2U);
  EXPECT_EQ(shaped.glyphs[1].advance, 0);
  EXPECT_EQ(shaped.glyphs[1].id, fonts.shape(" ").glyphs[0].id);
}

TEST(Shaper, SaysWhichFamilyAFileHolds) {
  LoadedShaper fonts = songti();
  std::string problem;
  EXPECT_EQ(fonts.shaper().load((prepared_fonts() / "FandolKai-Regular.otf").string(), "FandolFang", problem), -1);
  EXPECT_EQ(problem, "里面的字体叫“FandolKai”，不是“FandolFang”");
  EXPECT_EQ(fonts.shaper().load("/nowhere/a.otf", "FandolFang", problem), -1);
  EXPECT_EQ(problem, "打不开");
}

}  // namespace
}  // namespace gongkai
