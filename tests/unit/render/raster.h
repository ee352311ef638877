// Pages of a PDF as pixels, and how far two pages are apart.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gongkai {

struct GreyPage {
  std::size_t width = 0;
  std::size_t height = 0;
  std::string pixels;  ///< 0 black … 255 white
};

/// All pages at `dpi`, painted by poppler.
std::vector<GreyPage> paint_pages(const std::filesystem::path& pdf, int dpi);

/// The share of pixels that differ by more than antialiasing may from those at their place and around it in the other
/// picture; 1 for pages of different sizes.
double share_of_different_pixels(const GreyPage& one, const GreyPage& other);

/// What share is still the same picture: 27 pixels of a page at 96 dpi, fewer than one wrong character differs by.
inline constexpr double kFewPixels = 0.00003;

}  // namespace gongkai
