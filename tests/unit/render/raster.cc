#include "raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace gongkai {
namespace {

constexpr int kAntialiasing = 96;  // of 255, for one pixel

int grey(const GreyPage& page, std::size_t x, std::size_t y) {
  return static_cast<unsigned char>(page.pixels[y * page.width + x]);
}

/// Whether a pixel like this one stands at its place or beside it: poppler moves a thin rule by a whole pixel for a
/// hundredth of a point.
bool has_match(const GreyPage& page, std::size_t x, std::size_t y, int value) {
  for (std::size_t row = y == 0 ? 0 : y - 1; row <= std::min(y + 1, page.height - 1); ++row) {
    for (std::size_t column = x == 0 ? 0 : x - 1; column <= std::min(x + 1, page.width - 1); ++column) {
      if (std::abs(grey(page, column, row) - value) <= kAntialiasing) return true;
    }
  }
  return false;
}

std::size_t pixels_without_match(const GreyPage& one, const GreyPage& other) {
  std::size_t count = 0;
  for (std::size_t y = 0; y < one.height; ++y) {
    for (std::size_t x = 0; x < one.width; ++x) {
      const int value = grey(one, x, y);
      if (std::abs(grey(other, x, y) - value) > kAntialiasing && !has_match(other, x, y, value)) ++count;
    }
  }
  return count;
}

}  // namespace

std::vector<GreyPage> paint_pages(const std::filesystem::path& pdf, int dpi) {
  const std::filesystem::path out = pdf.string() + ".pgm";
  const std::string command = "pdftoppm -gray -thinlinemode shape -r " + std::to_string(dpi) + " '" + pdf.string() +
                              "' > '" + out.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ifstream in(out, std::ios::binary);
  std::vector<GreyPage> pages;
  std::string kind;
  std::size_t width = 0, height = 0, white = 0;
  while (in >> kind >> width >> height >> white) {
    in.get();
    GreyPage page{width, height, std::string(width * height, '\0')};
    in.read(page.pixels.data(), static_cast<std::streamsize>(page.pixels.size()));
    pages.push_back(std::move(page));
  }
  return pages;
}

double share_of_different_pixels(const GreyPage& one, const GreyPage& other) {
  if (one.width != other.width || one.height != other.height || one.pixels.empty()) return 1;
  const std::size_t different = pixels_without_match(one, other) + pixels_without_match(other, one);
  return static_cast<double>(different) / static_cast<double>(2 * one.pixels.size());
}

}  // namespace gongkai
