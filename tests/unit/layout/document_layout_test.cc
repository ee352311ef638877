#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "frame_probe.h"
#include "layout/layout.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

class DocumentLayoutTest : public testing::Test {
 protected:
  void SetUp() override {
    fonts_ = open_fonts();
    ASSERT_NE(fonts_, nullptr);
    sample_ = sample_document();
  }

  Frames laid_out(const Document& document) {
    Diagnostics diagnostics;
    auto frames = lay_out(document, *fonts_, diagnostics);
    for (const Diagnostic& item : diagnostics.items()) {
      if (item.severity == Severity::Error) ADD_FAILURE() << item.code << " " << item.message;
    }
    return frames ? *frames : Frames{};
  }
  Frames laid_out() { return laid_out(sample_->document); }

  Document small_document() {
    Document document;
    document.style = Style::standard();
    return document;
  }

  std::unique_ptr<FontLibrary> fonts_;
  std::unique_ptr<SampleDocument> sample_;
};

TEST_F(DocumentLayoutTest, NothingLeavesTheTextBlock) {
  EXPECT_THAT(outside_text_block(laid_out(), sample_->document.style.page), testing::IsEmpty());
}

TEST_F(DocumentLayoutTest, CoverAndContentsCarryNoNumberAndTheBodyBeginsAtOne) {
  const Frames frames = laid_out();
  ASSERT_GT(frames.pages.size(), 4U);
  EXPECT_EQ(frames.pages[0].label, "");
  EXPECT_EQ(frames.pages[1].label, "");
  for (std::size_t i = 2; i < frames.pages.size(); ++i) EXPECT_EQ(frames.pages[i].label, std::to_string(i - 1));
  EXPECT_FALSE(shows(frames.pages[1], "—"));
  EXPECT_TRUE(shows(frames.pages[2], "— 1 —"));
}

TEST_F(DocumentLayoutTest, ALongNameMovesTheLinesOfTheCoverUp) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "局";
  Document document = small_document();
  Cover cover;
  cover.title = {{.text = "2024年度" + name + "单位决算公开"}};
  cover.lines = {{{.text = name}}, {{.text = "2025年9月26日"}}};
  document.blocks.push_back({cover});
  const Frames frames = laid_out(document);  // which fails the test when it reports an error
  ASSERT_FALSE(frames.pages.empty());
  EXPECT_TRUE(shows(frames.pages[0], "26"));
  EXPECT_THAT(outside_text_block(frames, document.style.page), testing::IsEmpty());
}

// On a landscape page too: where the sheet, not turned yet, has its foot (GB/T 9704—2012, 8).
TEST_F(DocumentLayoutTest, PageNumbersStandOutsideSevenMillimetresBelowTheBlock) {
  const Frames frames = laid_out();
  const PageArea area = page_area(sample_->document.style.page, Orientation::Portrait);
  std::set<bool> seen;
  for (std::size_t i = 2; i < frames.pages.size(); ++i) {
    const Page& page = frames.pages[i];
    const bool landscape = page.width > page.height;
    seen.insert(landscape);
    std::string number;
    double left = area.width;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      const Glyph& glyph = run->glyphs.front();
      const double down = landscape ? page.width - glyph.x : glyph.y;
      const double across = landscape ? glyph.y : glyph.x;
      if (down < area.bottom() + 5 * kPointsPerMm) continue;
      number += run->text;
      left = std::min(left, across);
      EXPECT_EQ(item.structure, kArtifact);
      EXPECT_EQ(run->turned, landscape);
      EXPECT_NEAR(down - area.bottom(), 7 * kPointsPerMm + 0.38 * 14, 0.01);
    }
    EXPECT_EQ(without_blanks(number), "—" + page.label + "—");
    const bool odd = std::stoi(page.label) % 2 == 1;
    EXPECT_EQ(left > area.width / 2, odd) << page.label;
    if (!odd) {
      EXPECT_NEAR(left, area.left + 16, 1.5);
    }
  }
  EXPECT_EQ(seen.size(), 2U);
}

TEST_F(DocumentLayoutTest, ContentsShowTheNumberOfThePageWhereTheHeadingStands) {
  const Frames frames = laid_out();
  std::size_t links = 0;
  for (const Item& item : frames.pages[1].items) {
    const auto* link = std::get_if<Link>(&item.content);
    if (link == nullptr) continue;
    ++links;
    const std::size_t page = page_of(frames, link->destination);
    ASSERT_LT(page, frames.pages.size()) << link->destination;
    std::string line;
    for (const Item& other : frames.pages[1].items) {
      const auto* run = std::get_if<GlyphRun>(&other.content);
      if (run == nullptr || other.structure == kArtifact) continue;
      const double y = run->glyphs.front().y;
      if (y > link->y && y < link->y + link->height) line += run->text;
    }
    EXPECT_TRUE(line.ends_with(frames.pages[page].label)) << line << " / " << frames.pages[page].label;
  }
  EXPECT_EQ(links, 7U);
}

TEST_F(DocumentLayoutTest, LongContentsKeepTheirNumbersRightOverTwoPages) {
  Document document = small_document();
  document.blocks.push_back({Contents{}});
  for (int i = 1; i <= 60; ++i) {
    Heading item = heading(2, "", "第" + std::to_string(i) + "节收入支出决算情况说明和其他需要说明的重要事项的情况",
                           std::to_string(i));
    item.in_contents = true;
    document.blocks.push_back({item});
    document.blocks.push_back({body("本节没有需要说明的事项。")});
  }
  const Frames frames = laid_out(document);
  std::size_t contents = 0;
  while (contents < frames.pages.size() && frames.pages[contents].label.empty()) ++contents;
  EXPECT_GE(contents, 2U);
  EXPECT_EQ(frames.pages[contents].label, "1");
  EXPECT_EQ(page_of(frames, "1"), contents);
  EXPECT_TRUE(shows(frames.pages[contents - 1], frames.pages[page_of(frames, "60")].label));
}

TEST_F(DocumentLayoutTest, LeaderDotsStandUnderEachOther) {
  const Frames frames = laid_out();
  std::set<long> residues;
  for (const Item& item : frames.pages[1].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || !run->text.starts_with("..")) continue;
    for (const Glyph& glyph : run->glyphs) residues.insert(std::lround(std::fmod(glyph.x, 14 * 0.4) * 1000));
  }
  EXPECT_EQ(residues.size(), 1U);
}

TEST_F(DocumentLayoutTest, BodyKeepsItsTextAndItsTwentyTwoLines) {
  Document document = small_document();
  const std::string text = "公开部门决算是政府信息公开的重要内容，单位应当真实、准确、完整地公开。";
  for (int i = 0; i < 40; ++i) document.blocks.push_back({body(text)});
  const Frames frames = laid_out(document);
  std::string all;
  std::set<double> baselines;
  for (const Page& page : frames.pages) all += text_of(page);
  for (const Item& item : frames.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && item.structure != kArtifact) baselines.insert(run->glyphs.front().y);
  }
  std::string expected;
  for (int i = 0; i < 40; ++i) expected += without_blanks(text);
  EXPECT_EQ(all, expected);
  EXPECT_EQ(baselines.size(), 22U);
}

TEST_F(DocumentLayoutTest, NoLineOfAParagraphStandsAlone) {
  for (int before = 15; before < 22; ++before) {
    Document document = small_document();
    for (int i = 0; i < before; ++i) document.blocks.push_back({body("短段。")});
    std::string text;
    for (int i = 0; i < 4; ++i) text += "公开部门决算是政府信息公开的重要内容，单位应当真实、准确、完整地公开。";
    document.blocks.push_back({body(text)});
    const Frames frames = laid_out(document);
    for (const Page& page : frames.pages) {
      std::set<double> baselines;
      for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr && item.structure == static_cast<StructureId>(before + 1)) {
          baselines.insert(run->glyphs.front().y);
        }
      }
      EXPECT_NE(baselines.size(), 1U) << before;
    }
  }
}

TEST_F(DocumentLayoutTest, HeadingNeverEndsAPage) {
  for (int before = 16; before < 23; ++before) {
    Document document = small_document();
    for (int i = 0; i < before; ++i) document.blocks.push_back({body("短段。")});
    document.blocks.push_back({heading(2, "一、", "收入决算情况说明", "收入")});
    document.blocks.push_back({heading(3, "（一）", "收入构成", "构成")});
    document.blocks.push_back({body("本年收入合计一千万元。")});
    const Frames frames = laid_out(document);
    const std::size_t page = page_of(frames, "收入");
    EXPECT_EQ(page, page_of(frames, "构成"));
    EXPECT_TRUE(shows(frames.pages[page], "本年收入合计")) << before;
  }
}

TEST_F(DocumentLayoutTest, SignatureIsNotAloneOnItsPage) {
  Document document = small_document();
  for (int i = 0; i < 22; ++i) document.blocks.push_back({body("短段。")});
  document.blocks.push_back({Paragraph{ParagraphKind::Signature, runs_of("2025年9月26日")}});
  const Frames frames = laid_out(document);
  ASSERT_EQ(frames.pages.size(), 2U);
  EXPECT_TRUE(shows(frames.pages[1], "短段。2025年9月26日"));
}

TEST_F(DocumentLayoutTest, PartsBeginPagesAndTablesHaveTheirOwn) {
  const Frames frames = laid_out();
  const std::size_t balance = page_of(frames, "收入支出决算总表");
  // Below the title of its part the table would be set tighter than in a page of its own.
  EXPECT_EQ(page_of(frames, "部分二") + 1, balance);
  EXPECT_TRUE(shows(frames.pages[balance], "公开01表"));
  const Page& subject = frames.pages[page_of(frames, "支出决算表")];
  EXPECT_GT(subject.width, subject.height);
  const Page& next = frames.pages[page_of(frames, "部分三")];
  EXPECT_LT(next.width, next.height);
  EXPECT_TRUE(text_of(next).starts_with("第三部分"));
}

TEST_F(DocumentLayoutTest, CaptionStandsUnderItsChart) {
  for (int before = 8; before < 20; ++before) {
    SampleDocument sample;
    sample.document.style = Style::standard();
    for (int i = 0; i < before; ++i) sample.document.blocks.push_back({body("短段。")});
    sample.document.blocks.push_back({columns_chart(sample)});
    const Frames frames = laid_out(sample.document);
    for (const Page& page : frames.pages) {
      EXPECT_EQ(shows(page, "1,945.8万元"), shows(page, "图1：收、支决算总计变动情况")) << before;
    }
  }
}

TEST_F(DocumentLayoutTest, OutlineFollowsTheHeadings) {
  const Frames frames = laid_out();
  ASSERT_GE(frames.outline.size(), 3U);
  EXPECT_EQ(frames.outline[0].title, "第一部分　示范市示范区公共服务中心概况");
  EXPECT_EQ(frames.outline[0].level, 1);
  EXPECT_EQ(frames.outline[1].title, "一、主要职能");
  EXPECT_EQ(frames.outline[1].level, 2);
}

TEST_F(DocumentLayoutTest, EveryTextHasAPlaceInTheStructure) {
  const Frames frames = laid_out();
  ASSERT_EQ(frames.structure[0].role, StructureRole::Document);
  for (std::size_t i = 1; i < frames.structure.size(); ++i) {
    ASSERT_GE(frames.structure[i].parent, 0);
    ASSERT_LT(frames.structure[i].parent, static_cast<StructureId>(i));
  }
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      ASSERT_LT(item.structure, static_cast<StructureId>(frames.structure.size()));
      if (std::holds_alternative<Rule>(item.content) && item.structure != kArtifact) {
        EXPECT_EQ(frames.structure[static_cast<std::size_t>(item.structure)].role, StructureRole::Figure);
      }
    }
  }
}

TEST_F(DocumentLayoutTest, DraftIsStampedOnEveryPageWithoutAnyText) {
  const Frames plain = laid_out();
  sample_->document.draft = true;
  const Frames draft = laid_out();
  ASSERT_EQ(plain.pages.size(), draft.pages.size());
  for (std::size_t i = 0; i < draft.pages.size(); ++i) {
    EXPECT_EQ(draft.pages[i].items.size(), plain.pages[i].items.size() + 2);
    EXPECT_TRUE(std::holds_alternative<Path>(draft.pages[i].items.front().content));
    EXPECT_EQ(draft.pages[i].items.front().structure, kArtifact);
    EXPECT_EQ(text_of(draft.pages[i], true), text_of(plain.pages[i], true));
  }
}

TEST_F(DocumentLayoutTest, SameDocumentGivesTheSameFrames) {
  EXPECT_EQ(dump_text(laid_out()), dump_text(laid_out()));
}

TEST_F(DocumentLayoutTest, LongTitleBreaksAtTheNameOfTheUnit) {
  const Frames frames = laid_out();
  const Page& page = frames.pages[page_of(frames, "部分二")];
  std::map<double, std::string> lines;
  for (const Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && run->size > 20) lines[run->glyphs.front().y] += run->text;
  }
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(without_blanks(lines.begin()->second), "第二部分示范市示范区公共服务中心");
  EXPECT_EQ(without_blanks(lines.rbegin()->second), "2024年度部门决算表");
}

}  // namespace
}  // namespace gongkai
