#include "pdf/structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/figure_box.h"
#include "pdf/heading_levels.h"

namespace gongkai::pdf {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

StructureNode node(StructureRole role, StructureId parent = 0) {
  return {.role = role, .parent = parent};
}

TEST(HeadingLevels, PartsStandAboveNumberedHeadings) {
  const std::vector<StructureNode> nodes = {node(StructureRole::Document, -1), node(StructureRole::Title),
                                            node(StructureRole::H1), node(StructureRole::P), node(StructureRole::H2)};
  EXPECT_THAT(heading_levels(nodes), ElementsAre(0, 1, 2, 0, 3));
}

TEST(HeadingLevels, LevelsLeftOutAreNotCounted) {
  const std::vector<StructureNode> nodes = {
      node(StructureRole::Document, -1), node(StructureRole::Title), node(StructureRole::H1), node(StructureRole::H3),
      node(StructureRole::H3),           node(StructureRole::H1),    node(StructureRole::H2)};
  EXPECT_THAT(heading_levels(nodes), ElementsAre(0, 1, 2, 3, 3, 2, 3));
}

TEST(HeadingLevels, TitleOfContentsIsNoHeading) {
  const std::vector<StructureNode> nodes = {node(StructureRole::Document, -1), node(StructureRole::Toc),
                                            node(StructureRole::Title, 1)};
  EXPECT_THAT(heading_levels(nodes), ElementsAre(0, 0, 0));
}

TEST(FigureBoxes, CoverTheFigureAndWhatHangsBelowIt) {
  Frames frames;
  frames.structure = {node(StructureRole::Document, -1), node(StructureRole::Figure), node(StructureRole::Caption, 1),
                      node(StructureRole::P)};
  Page page{.width = 600, .height = 800};
  page.items.push_back({1, Fill{.x = 100, .y = 200, .width = 50, .height = 60}});
  page.items.push_back({2, Rule{.x1 = 90, .y1 = 300, .x2 = 160, .y2 = 300}});
  page.items.push_back({3, Fill{.x = 0, .y = 0, .width = 600, .height = 800}});
  frames.pages = {page};
  const auto boxes = figure_boxes(frames);
  ASSERT_EQ(boxes.size(), 1U);
  const FigureBox box = boxes.at(1);
  EXPECT_EQ(box.left, 90);
  EXPECT_EQ(box.right, 160);
  EXPECT_EQ(box.top, 600);
  EXPECT_EQ(box.bottom, 500);
}

class StructureTest : public testing::Test {
 protected:
  /// A table of a header cell over two columns and two cells, the second of them empty.
  StructureTest() {
    frames_.structure = {node(StructureRole::Document, -1), node(StructureRole::Table),
                         node(StructureRole::Row, 1),       node(StructureRole::HeaderCell, 2),
                         node(StructureRole::Row, 1),       node(StructureRole::DataCell, 4),
                         node(StructureRole::DataCell, 4),  node(StructureRole::P)};
    frames_.structure[3].col_span = 2;
  }

  std::string written() {
    ObjectFile file;
    const std::vector<int> pages = {file.reserve()};
    const std::vector<PageContent> contents = {{"", {3, 5}}};
    const int root = write_structure({frames_, pages, contents, {}}, file);
    std::string out;
    for (int object = 1; object <= root + 20; ++object) out += std::string(file.value(object)) + "\n";
    return out;
  }

  Frames frames_;
};

TEST_F(StructureTest, CellsCarryScopeAndSpans) {
  EXPECT_THAT(written(), HasSubstr("/A<</O/Table/Scope/Column/ColSpan 2>>/K 0>>"));
}

TEST_F(StructureTest, EmptyCellsStayAndEmptyParagraphsGo) {
  const std::string objects = written();
  EXPECT_THAT(objects, HasSubstr("<</S/TD/P"));
  EXPECT_THAT(objects, Not(HasSubstr("<</S/P/P")));
}

TEST_F(StructureTest, ParentTreeNamesTheElementOfEachMark) {
  EXPECT_THAT(written(), testing::ContainsRegex("<</Nums\\[0\\[[0-9]+ 0 R [0-9]+ 0 R ?\\]\\]>>"));
}

}  // namespace
}  // namespace gongkai::pdf
