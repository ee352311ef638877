#include <gtest/gtest.h>

#include "layout/frame.h"

namespace gongkai {
namespace {

TEST(FrameDump, SaysEverythingThatIsOnAPage) {
  Frames frames;
  frames.title = "标题";
  frames.author = "单位";
  frames.faces = {{.role = "宋体", .family = "甲"}, {.role = "宋体", .family = "乙", .fallback = true}};
  frames.structure = {{.role = StructureRole::Document},
                      {.role = StructureRole::DataCell, .parent = 0, .row_span = 2},
                      {.role = StructureRole::Figure, .parent = 0, .alternative = "图"}};
  frames.outline = {{1, "第一部分", "a"}};
  Page page{.width = 595.276, .height = 841.89, .label = "1"};
  GlyphRun run{.face = 0, .size = 9, .glyphs = {{1, 10, 20}, {2, 19.006, 20}}, .text = "一二"};
  page.items.push_back({1, run});
  run.face = 1;
  page.items.push_back({kArtifact, run});
  page.items.push_back({kArtifact, Rule{1, 2, 3, -0.004, 0.5}});
  page.items.push_back({2, Fill{1, 2, 3, 4, 0.5, Pattern::Hatch, 0.25}});
  page.items.push_back({0, Link{1, 2, 3, 4, "a"}});
  page.items.push_back({0, Destination{"a", 1, 2}});
  page.items.push_back({2, Path{{{PathPoint::Kind::Move, 1, 2}, {PathPoint::Kind::Close}}, 0.5, true, 1}});
  frames.pages.push_back(page);
  EXPECT_EQ(dump_text(frames),
            "title 标题\n"
            "author 单位\n"
            "outline 1 第一部分 -> a\n"
            "figure 图\n"
            "page 1 [1] 595.28,841.89\n"
            "  DataCell#1(2x1) text 10.00,20.00 .. 19.01 宋体 9.00 |一二|\n"
            "  - text 10.00,20.00 .. 19.01 宋体/乙 9.00 |一二|\n"
            "  - rule 1.00,2.00 .. 3.00,0.00 width 0.50\n"
            "  Figure#2 fill 1.00,2.00 size 3.00,4.00 gray 0.50 hatch outline 0.25\n"
            "  Document#0 link 1.00,2.00 size 3.00,4.00 -> a\n"
            "  Document#0 place 1.00,2.00 a\n"
            "  Figure#2 path stroke 0.50 fill 1.00 solid M1.00,2.00 Z\n");
}

}  // namespace
}  // namespace gongkai
