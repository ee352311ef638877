// Every sample written by our own backend and by Cairo: the same pages, pixel by pixel within antialiasing.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

#include "app/disclosure.h"
#include "layout/fonts.h"
#include "layout/layout.h"
#include "raster.h"
#include "render/render.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr int kDpi = 96;

/// Units with an authored year of their own: all folders of data/ that hold unit.yaml.
std::set<std::string> sample_units() {
  std::set<std::string> units;
  for (const auto& entry : fs::directory_iterator(fs::path(GONGKAI_SOURCE_DIR) / "data")) {
    if (fs::exists(entry.path() / "unit.yaml") && fs::exists(entry.path() / "2024.yaml")) {
      units.insert(entry.path().filename());
    }
  }
  return units;
}

class SamplesOfBothBackends : public testing::TestWithParam<std::string> {};

TEST_P(SamplesOfBothBackends, LookTheSame) {
  const RealWorld world(GONGKAI_SOURCE_DIR);
  PackShelf packs(world);
  const fs::path year_file = fs::path(GONGKAI_SOURCE_DIR) / "data" / GetParam() / "2024.yaml";
  const auto disclosure = prepare_disclosure(world, packs, year_file, Stage::Composed);
  ASSERT_TRUE(disclosure->document) << render_text(disclosure->diagnostics, disclosure->sources);
  Diagnostics diagnostics;
  const auto fonts = FontLibrary::open(fs::path(GONGKAI_BINARY_DIR) / "fonts", diagnostics);
  ASSERT_TRUE(fonts);
  const auto frames = lay_out(*disclosure->document, *fonts, diagnostics);
  ASSERT_TRUE(frames) << render_text(diagnostics, disclosure->sources);
  const fs::path folder = fs::path(testing::TempDir()) / ("gongkai-backends-" + GetParam() + "-" + std::to_string(getpid()));
  fs::create_directories(folder);
  ASSERT_TRUE(write_pdf(*frames, 2024, folder / "own.pdf", diagnostics));
  ASSERT_TRUE(write_pdf_with_cairo(*frames, 2024, folder / "cairo.pdf", diagnostics));
  const auto own = paint_pages(folder / "own.pdf", kDpi);
  const auto cairo = paint_pages(folder / "cairo.pdf", kDpi);
  ASSERT_EQ(own.size(), frames->pages.size());
  ASSERT_EQ(cairo.size(), frames->pages.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_LT(share_of_different_pixels(own[i], cairo[i]), kFewPixels) << "page " << i + 1;
  }
  if (!HasFailure()) fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Units, SamplesOfBothBackends, testing::ValuesIn(sample_units()));

}  // namespace
}  // namespace gongkai
