// Both backends set the same page: by pixels, as text extraction alone does not notice wrong glyphs.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "render/render.h"
#include "sample_frames.h"

namespace gongkai {
namespace {

constexpr int kAntialiasing = 96;      // of 255, for one pixel
constexpr double kFewPixels = 0.0005;  // share of the page that may differ by more

/// Pages of the file as grey pictures, one after another.
std::string raster(const std::filesystem::path& pdf) {
  const std::filesystem::path out = pdf.string() + ".pgm";
  const std::string command = "pdftoppm -gray -r 96 '" + pdf.string() + "' > '" + out.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  return read_bytes(out);
}

TEST(TwoBackends, DrawTheSamePages) {
  Diagnostics diagnostics;
  const std::filesystem::path folder = scratch_folder();
  ASSERT_TRUE(write_pdf(sample_frames(), 2024, folder / "own.pdf", diagnostics));
  ASSERT_TRUE(write_pdf_with_cairo(sample_frames(), 2024, folder / "cairo.pdf", diagnostics));
  const std::string own = raster(folder / "own.pdf");
  const std::string cairo = raster(folder / "cairo.pdf");
  ASSERT_EQ(own.size(), cairo.size());
  std::size_t different = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const int difference = static_cast<unsigned char>(own[i]) - static_cast<unsigned char>(cairo[i]);
    if (std::abs(difference) > kAntialiasing) ++different;
  }
  EXPECT_LT(static_cast<double>(different), kFewPixels * static_cast<double>(own.size()));
}

}  // namespace
}  // namespace gongkai
