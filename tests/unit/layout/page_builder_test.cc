#include "layout/page_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gongkai {
namespace {

constexpr double kLine = 225.0 / 22 * kPointsPerMm;

Strip line(const std::string& name, double height = kLine) {
  Strip strip{.height = height};
  strip.items.push_back({0, Destination{name, 0, 0}});
  return strip;
}

Strip kept(const std::string& name, double height = kLine) {
  Strip strip = line(name, height);
  strip.keep_with_next = true;
  return strip;
}

/// "1:a,b 2:c": which strips stand on which page.
std::string placed(PageBuilder& builder) {
  std::string out;
  int number = 0;
  for (const BuiltPage& built : builder.take_pages()) {
    out += (out.empty() ? "" : " ") + std::to_string(++number) + ":";
    std::string names;
    for (const Item& item : built.page.items) {
      names += (names.empty() ? "" : ",") + std::get<Destination>(item.content).name;
    }
    out += names;
  }
  return out;
}

class PageBuilderTest : public testing::Test {
 protected:
  void fill(int lines) { builder_.add(line("…", lines * kLine)); }

  PageBuilder builder_{PageMeasure{}, kLine};
};

TEST_F(PageBuilderTest, APageHoldsTwentyTwoLines) {
  for (int i = 0; i < 23; ++i) builder_.add(line(std::to_string(i)));
  const std::vector<BuiltPage> pages = builder_.take_pages();
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].page.items.size(), 22U);
  EXPECT_EQ(pages[1].page.items.size(), 1U);
}

TEST_F(PageBuilderTest, HeadingMovesToThePageOfWhatFollows) {
  fill(21);
  builder_.add(kept("题"));
  builder_.add(line("文"));
  EXPECT_EQ(placed(builder_), "1:… 2:题,文");
}

TEST_F(PageBuilderTest, ChainOfHeadingsMovesAsOne) {
  fill(20);
  builder_.add(kept("甲"));
  builder_.add(kept("乙"));
  builder_.add(line("文"));
  EXPECT_EQ(placed(builder_), "1:… 2:甲,乙,文");
}

TEST_F(PageBuilderTest, KeepsTheStripBeforeWithNextWhenAsked) {
  fill(21);
  builder_.add(line("末行"));
  builder_.keep_last_with_next();
  builder_.add(line("落款"));
  EXPECT_EQ(placed(builder_), "1:… 2:末行,落款");
}

TEST_F(PageBuilderTest, ChainTallerThanAPageIsCutRatherThanLost) {
  for (int i = 0; i < 23; ++i) builder_.add(kept(std::to_string(i)));
  const std::vector<BuiltPage> pages = builder_.take_pages();
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].page.items.size() + pages[1].page.items.size(), 23U);
}

TEST_F(PageBuilderTest, FlushLeavesRoomForTheTailOfAHeading) {
  fill(18);
  builder_.add(kept("题"));
  builder_.flush(4 * kLine);
  EXPECT_NEAR(builder_.remaining(), 21 * kLine, 0.1);
  EXPECT_EQ(placed(builder_), "1:… 2:题");
}

TEST_F(PageBuilderTest, HeadingGoesWithATableToItsLandscapePage) {
  fill(3);
  builder_.add(kept("题"));
  EXPECT_NEAR(builder_.carried_height(), kLine, 1e-6);
  builder_.start_page(Orientation::Landscape);
  builder_.place(line("表"));
  const auto width = builder_.area().width;
  EXPECT_GT(width, builder_.area().height);
  EXPECT_EQ(placed(builder_), "1:… 2:题,表");
}

TEST_F(PageBuilderTest, ReleasedPartTitleStandsAlone) {
  Strip part = kept("第二部分");
  part.heading_level = 1;
  Strip title = kept("一、");
  title.heading_level = 2;
  builder_.add(part);
  builder_.add(title);
  builder_.release_headings(1);
  EXPECT_NEAR(builder_.carried_height(), kLine, 1e-6);
  builder_.start_page(Orientation::Landscape);
  EXPECT_EQ(placed(builder_), "1:第二部分 2:一、");
}

TEST_F(PageBuilderTest, SpaceAtThePageTopIsDroppedAndTextReturnsToTheGrid) {
  Strip first = line("首");
  first.space_before = 50;
  builder_.add(first);
  builder_.add(line("图", 100));
  Strip text = line("文");
  text.on_grid = true;
  builder_.add(text);
  const std::vector<BuiltPage> pages = builder_.take_pages();
  const PageArea area = pages[0].area;
  EXPECT_NEAR(std::get<Destination>(pages[0].page.items[0].content).y, area.top, 1e-6);
  EXPECT_NEAR(std::get<Destination>(pages[0].page.items[2].content).y, area.top + 5 * kLine, 1e-6);
}

TEST(PageAreaTest, MeasureOfTheStandard) {
  const PageArea portrait = page_area(PageMeasure{}, Orientation::Portrait);
  EXPECT_NEAR(portrait.text_width, 156 * kPointsPerMm, 1e-9);
  EXPECT_NEAR(portrait.text_height, 225 * kPointsPerMm, 1e-9);
  const PageArea landscape = page_area(PageMeasure{}, Orientation::Landscape);
  EXPECT_NEAR(landscape.text_width, 225 * kPointsPerMm, 1e-9);
  EXPECT_NEAR(landscape.text_height, 156 * kPointsPerMm, 1e-9);
  EXPECT_NEAR(landscape.top, 28 * kPointsPerMm, 1e-9);
}

}  // namespace
}  // namespace gongkai
