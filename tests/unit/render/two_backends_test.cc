// Both backends set the same page: by pixels, as text extraction alone does not notice wrong glyphs.
#include <gtest/gtest.h>

#include "raster.h"
#include "render/render.h"
#include "sample_frames.h"

namespace gongkai {
namespace {

TEST(TwoBackends, DrawTheSamePages) {
  Diagnostics diagnostics;
  const std::filesystem::path folder = scratch_folder();
  ASSERT_TRUE(write_pdf(sample_frames(), 2024, folder / "own.pdf", diagnostics));
  ASSERT_TRUE(write_pdf_with_cairo(sample_frames(), 2024, folder / "cairo.pdf", diagnostics));
  const auto own = paint_pages(folder / "own.pdf", 96);
  const auto cairo = paint_pages(folder / "cairo.pdf", 96);
  ASSERT_EQ(own.size(), 3U);
  ASSERT_EQ(own.size(), cairo.size());
  for (std::size_t i = 0; i < own.size(); ++i) EXPECT_LT(share_of_different_pixels(own[i], cairo[i]), kFewPixels);
  EXPECT_GT(share_of_different_pixels(own[0], own[2]), kFewPixels);
}

TEST(TwoBackends, OneWrongGlyphIsSeen) {
  Diagnostics diagnostics;
  const std::filesystem::path folder = scratch_folder();
  Frames wrong = sample_frames();
  for (Item& item : wrong.pages[2].items) {
    if (auto* run = std::get_if<GlyphRun>(&item.content)) run->glyphs[0].id = run->glyphs[1].id + 1;
  }
  ASSERT_TRUE(write_pdf(wrong, 2024, folder / "own.pdf", diagnostics));
  ASSERT_TRUE(write_pdf_with_cairo(sample_frames(), 2024, folder / "cairo.pdf", diagnostics));
  const auto own = paint_pages(folder / "own.pdf", 96);
  const auto cairo = paint_pages(folder / "cairo.pdf", 96);
  ASSERT_EQ(own.size(), cairo.size());
  EXPECT_GT(share_of_different_pixels(own[2], cairo[2]), kFewPixels);
}

}  // namespace
}  // namespace gongkai
