#include <cairo.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "render/render.h"
#include "sample_frames.h"

namespace gongkai {
namespace {

/// Darkness (0 … 255) of the pixel at a position in points, of an image at 72 dpi.
int darkness(cairo_surface_t* image, int x, int y) {
  const unsigned char* row = cairo_image_surface_get_data(image) + y * cairo_image_surface_get_stride(image);
  return 255 - row[x * 4];
}

/// Mean darkness of a square of the page.
int mean_darkness(cairo_surface_t* image, int left, int top, int side) {
  int sum = 0;
  for (int y = top; y < top + side; ++y) {
    for (int x = left; x < left + side; ++x) sum += darkness(image, x, y);
  }
  return sum / (side * side);
}

TEST(PngTest, DrawsTextRulesAndDistinctPatterns) {
  const std::filesystem::path path = scratch_folder() / "3.png";
  Diagnostics diagnostics;
  ASSERT_TRUE(write_png(sample_frames(), 2, 72, path, diagnostics));
  cairo_surface_t* image = cairo_image_surface_create_from_png(path.c_str());
  ASSERT_EQ(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
  EXPECT_EQ(cairo_image_surface_get_width(image), 595);
  EXPECT_EQ(cairo_image_surface_get_height(image), 842);
  EXPECT_GT(mean_darkness(image, 82, 106, 14), 20) << "a Han character";
  EXPECT_GT(darkness(image, 300, 130), 60) << "the rule";
  const int solid = mean_darkness(image, 90, 160, 30);
  const int hatch = mean_darkness(image, 150, 160, 30);
  const int cross = mean_darkness(image, 210, 160, 30);
  const int dots = mean_darkness(image, 270, 160, 30);
  const int light = mean_darkness(image, 330, 160, 30);
  const int white = mean_darkness(image, 390, 160, 30);
  EXPECT_GT(solid, cross + 40);
  EXPECT_GT(cross, hatch + 15);
  EXPECT_GT(hatch, dots);
  EXPECT_GT(dots, 8);
  EXPECT_GT(light, 20);
  EXPECT_EQ(white, 0);
  cairo_surface_destroy(image);
}

TEST(PngTest, PageThatIsNotThereIsAnError) {
  Diagnostics diagnostics;
  EXPECT_FALSE(write_png(sample_frames(), 3, 72, scratch_folder() / "4.png", diagnostics));
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "E0807");
}

}  // namespace
}  // namespace gongkai
