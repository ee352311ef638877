// A whole font: the same glyphs, widths and extents, fewer bytes.
#include "smooth_font.h"

#include <gtest/gtest.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace gongkai::smooth {
namespace {

constexpr int kTolerance = 6;  // coarse, as this font has few curves to spare
constexpr char32_t kText[] = U"公开部门决算";

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using Face = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;
using Font = std::unique_ptr<hb_font_t, void (*)(hb_font_t*)>;

struct LoadedFont {
  Blob blob;
  Face face;
  Font font;

  explicit LoadedFont(const std::string& path)
      : blob(hb_blob_create_from_file(path.c_str()), hb_blob_destroy),
        face(hb_face_create(blob.get(), 0), hb_face_destroy),
        font(hb_font_create(face.get()), hb_font_destroy) {}

  hb_codepoint_t glyph(char32_t c) const {
    hb_codepoint_t out = 0;
    hb_font_get_nominal_glyph(font.get(), c, &out);
    return out;
  }
};

std::filesystem::path place(const char* name) {
  const auto folder = std::filesystem::temp_directory_path() / "gongkai-smooth-test";
  std::filesystem::create_directories(folder);
  return folder / (std::to_string(testing::UnitTest::GetInstance()->random_seed()) + name);
}

/// A few glyphs of a prepared font.
std::string small_font() {
  const LoadedFont whole(GONGKAI_BINARY_DIR "/fonts/NotoSerifCJKsc-Regular.otf");
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const char32_t* c = kText; *c != 0; ++c) hb_set_add(hb_subset_input_unicode_set(input), *c);
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  const Face cut(hb_subset_or_fail(whole.face.get(), input), hb_face_destroy);
  hb_subset_input_destroy(input);
  const Blob bytes(hb_face_reference_blob(cut.get()), hb_blob_destroy);
  unsigned int length = 0;
  const char* data = hb_blob_get_data(bytes.get(), &length);
  const auto path = place("small.otf");
  std::ofstream(path, std::ios::binary).write(data, length);
  return path;
}

TEST(SmoothFont, KeepsGlyphsWidthsAndExtents) {
  const std::string before_path = small_font();
  const auto bytes = smooth_font(before_path, kTolerance);
  ASSERT_TRUE(bytes);
  const auto after_path = place("smooth.otf");
  std::ofstream(after_path, std::ios::binary).write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  const LoadedFont before(before_path);
  const LoadedFont after(after_path);
  EXPECT_EQ(hb_face_get_glyph_count(after.face.get()), hb_face_get_glyph_count(before.face.get()));
  for (const char32_t* c = kText; *c != 0; ++c) {
    const hb_codepoint_t glyph = before.glyph(*c);
    ASSERT_NE(glyph, 0U);
    EXPECT_EQ(after.glyph(*c), glyph);
    EXPECT_EQ(hb_font_get_glyph_h_advance(after.font.get(), glyph),
              hb_font_get_glyph_h_advance(before.font.get(), glyph));
    hb_glyph_extents_t one{}, other{};
    ASSERT_TRUE(hb_font_get_glyph_extents(before.font.get(), glyph, &one));
    ASSERT_TRUE(hb_font_get_glyph_extents(after.font.get(), glyph, &other));
    EXPECT_LE(std::abs(one.x_bearing - other.x_bearing), kTolerance);
    EXPECT_LE(std::abs(one.y_bearing - other.y_bearing), kTolerance);
    EXPECT_LE(std::abs(one.width - other.width), 2 * kTolerance);
    EXPECT_LE(std::abs(one.height - other.height), 2 * kTolerance);
    EXPECT_GT(other.width, 0);
  }
}

TEST(SmoothFont, FilesThatAreNoSuchFontAreRefused) {
  EXPECT_FALSE(smooth_font(__FILE__, 2));
  EXPECT_FALSE(smooth_font("/no/such/font.otf", 2));
  EXPECT_FALSE(smooth_font(GONGKAI_BINARY_DIR "/fonts/DejaVuSans.ttf", 2));
}

}  // namespace
}  // namespace gongkai::smooth
