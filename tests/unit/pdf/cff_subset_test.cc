// Copying must draw what the font draws, and what HarfBuzz's subset of it draws: wrong outlines or codes would show in
// no test of text.
#include "pdf/cff_subset.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <numeric>
#include <random>

#include "pdf/harfbuzz_subset.h"
#include "pdf/hb_handles.h"

namespace gongkai::pdf {
namespace {

const std::filesystem::path kFonts = std::filesystem::path(GONGKAI_BINARY_DIR) / "fonts";
constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

/// A glyph as text: its width, and each point with its kind.
std::string drawn(FT_Face face, std::uint32_t code) {
  if (FT_Load_Glyph(face, code, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0) return "?";
  const FT_Outline& outline = face->glyph->outline;
  std::string out = std::to_string(face->glyph->metrics.horiAdvance) + ":";
  for (int i = 0; i < outline.n_points; ++i) {
    out += std::to_string(outline.points[i].x) + "," + std::to_string(outline.points[i].y) + "," +
           std::to_string(FT_CURVE_TAG(outline.tags[i])) + " ";
  }
  for (int i = 0; i < outline.n_contours; ++i) out += std::to_string(outline.contours[i]) + ";";
  return out;
}

/// FreeType's view of a font: of a bare CFF table it asks for glyphs by CID, as readers of PDF do.
class Drawer {
 public:
  explicit Drawer(const std::string& bytes) : bytes_(bytes) {
    FT_Init_FreeType(&library_);
    const auto* data = reinterpret_cast<const FT_Byte*>(bytes_.data());
    if (FT_New_Memory_Face(library_, data, static_cast<FT_Long>(bytes_.size()), 0, &face_) != 0) face_ = nullptr;
  }
  ~Drawer() { FT_Done_FreeType(library_); }
  Drawer(const Drawer&) = delete;
  Drawer& operator=(const Drawer&) = delete;

  std::string draw(std::uint32_t code) const { return face_ == nullptr ? "no font" : drawn(face_, code); }

 private:
  std::string bytes_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

class CffSubsetTest : public testing::TestWithParam<const char*> {
 protected:
  CffSubsetTest()
      : file_(hb_blob_create_from_file_or_fail((kFonts / GetParam()).c_str()), hb_blob_destroy),
        face_(hb_face_create(file_.get(), 0), hb_face_destroy),
        table_(hb_table(face_.get(), kCff)) {}

  std::vector<std::uint32_t> some_glyphs(std::size_t count) {
    std::vector<std::uint32_t> glyphs(hb_face_get_glyph_count(face_.get()) - 1);
    std::iota(glyphs.begin(), glyphs.end(), 1U);
    std::shuffle(glyphs.begin(), glyphs.end(), random_);
    glyphs.resize(std::min(count, glyphs.size()));
    return glyphs;
  }

  std::mt19937 random_{20241231};
  HbBlob file_;
  HbFace face_;
  HbBlob table_;
};

TEST_P(CffSubsetTest, DrawsWhatTheFontAndHarfBuzzsSubsetDraw) {
  const Drawer whole{std::string(bytes_of(file_))};
  for (const std::size_t count : {1U, 2U, 40U, 700U}) {
    const auto glyphs = some_glyphs(count);
    const auto copied = subset_plain_cff(cff_in_memory(bytes_of(table_)), glyphs);
    const auto cut = cut_with_harfbuzz(face_.get(), glyphs);
    ASSERT_TRUE(copied && cut);
    const Drawer own(*copied);
    const Drawer other(cut->program);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      const std::string expected = whole.draw(glyphs[i]);
      EXPECT_EQ(own.draw(static_cast<std::uint32_t>(i + 1)), expected) << "glyph " << glyphs[i];
      EXPECT_EQ(other.draw(cut->codes[i]), expected) << "glyph " << glyphs[i];
    }
    EXPECT_EQ(own.draw(0), whole.draw(0));
    EXPECT_LT(copied->size(), cut->program.size() + 1000);
  }
}

TEST_P(CffSubsetTest, CutAgainItIsStillTheSame) {
  const auto glyphs = some_glyphs(50);
  const auto once = subset_plain_cff(cff_in_memory(bytes_of(table_)), glyphs);
  ASSERT_TRUE(once);
  std::vector<std::uint32_t> all(glyphs.size());
  std::iota(all.begin(), all.end(), 1U);
  const auto twice = subset_plain_cff(cff_in_memory(*once), all);
  ASSERT_TRUE(twice);
  EXPECT_EQ(*twice, *once);
}

TEST_P(CffSubsetTest, WhatIsKeptFromOneDocumentChangesNothingOfTheNext) {
  PlainCff kept(cff_in_memory(bytes_of(table_)));
  ASSERT_TRUE(kept.is_plain());
  for (const std::size_t count : {30U, 3U, 200U, 30U}) {
    const auto glyphs = some_glyphs(count);
    const auto alone = subset_plain_cff(cff_in_memory(bytes_of(table_)), glyphs);
    ASSERT_TRUE(alone);
    EXPECT_EQ(kept.subset(glyphs), alone);
    EXPECT_EQ(kept.subset(glyphs), alone);
  }
}

TEST_P(CffSubsetTest, SubroutinesAndFontsWithoutCidsAreLeftToHarfBuzz) {
  const auto plain = subset_plain_cff(cff_in_memory(bytes_of(table_)), some_glyphs(3));
  ASSERT_TRUE(plain);
  std::string with_subroutine = *plain;
  const std::string strings = "AdobeIdentity";
  with_subroutine.at(with_subroutine.find(strings) + strings.size() + 1) = 1;  // their number
  EXPECT_FALSE(subset_plain_cff(cff_in_memory(with_subroutine), {1}));
  std::string without_cids = *plain;
  without_cids.at(without_cids.find("\x0C\x1E") + 1) = '\x06';  // ROS made CharstringType
  EXPECT_FALSE(subset_plain_cff(cff_in_memory(without_cids), {1}));
}

TEST_P(CffSubsetTest, DamageIsRefusedOrCopiedButNeverReadOutside) {
  const auto glyphs = some_glyphs(5);
  const auto plain = subset_plain_cff(cff_in_memory(bytes_of(table_)), glyphs);
  ASSERT_TRUE(plain);
  for (std::size_t size = 0; size < plain->size(); ++size) {
    EXPECT_FALSE(subset_plain_cff(cff_in_memory(std::string_view(*plain).substr(0, size)), {1, 2, 3, 4, 5})) << size;
  }
  std::uniform_int_distribution<std::size_t> place(0, plain->size() - 1);
  std::uniform_int_distribution<int> value(-128, 127);
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = *plain;
    for (int k = 0; k < 3; ++k)
      damaged[place(random_) % (k == 0 ? 200 : damaged.size())] = static_cast<char>(value(random_));
    subset_plain_cff(cff_in_memory(damaged), {1, 5, 60000});
  }
  EXPECT_FALSE(subset_plain_cff(cff_in_memory(*plain), {6}));
  EXPECT_FALSE(subset_plain_cff(cff_in_memory(""), {1}));
}

INSTANTIATE_TEST_SUITE_P(Fonts, CffSubsetTest,
                         testing::Values("FandolFang-Regular.otf", "FandolKai-Regular.otf", "NotoSansCJKsc-Medium.otf",
                                         "NotoSerifCJKsc-Regular.otf", "NotoSerifCJKsc-SemiBold.otf"));

}  // namespace
}  // namespace gongkai::pdf
