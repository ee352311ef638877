// What samples hold too little of: glyphs that stand for several texts, turned text, bookmarks and names out of the
// ordinary, more objects than one stream takes.
#define POINTERHOLDER_TRANSITION 4

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>

#include "render/render.h"
#include "sample_frames.h"

namespace gongkai {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

class PdfDetailsTest : public testing::Test {
 protected:
  void SetUp() override { path_ = scratch_folder() / "决算.pdf"; }

  /// Writes and opens the file; qpdf must have nothing to say of it.
  void open(const Frames& frames) {
    ASSERT_TRUE(write_pdf(frames, 2024, path_, diagnostics_));
    pdf_.processFile(path_.c_str());
    pdf_.getObjectCount();
    EXPECT_TRUE(pdf_.getWarnings().empty());
  }
  std::string content(std::size_t page) {
    const auto data = QPDFPageDocumentHelper(pdf_).getAllPages().at(page).getObjectHandle().getKey("/Contents");
    const auto buffer = QPDFObjectHandle(data).getStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  std::filesystem::path path_;
  Diagnostics diagnostics_;
  QPDF pdf_;
};

TEST_F(PdfDetailsTest, AGlyphThatStandsForAnotherTextSpellsItOut) {
  Frames frames = sample_frames();
  GlyphRun run = sample_run("公公开", 80, 400);
  run.text = "公甲乙";  // the second 公 stands for 甲
  run.clusters = {{3, 1}, {3, 1}, {3, 1}};
  frames.pages[0].items = {{1, sample_run("公开", 80, 300)}, {1, run}};
  open(frames);
  const std::string stream = content(0);
  EXPECT_THAT(stream, HasSubstr("/ActualText<FEFF7532>"));
  EXPECT_THAT(stream, HasSubstr("/ActualText<FEFF4E59>"));
  EXPECT_THAT(stream, Not(HasSubstr("/ActualText<FEFF516C>"))) << "公 for 公 needs no words";
  EXPECT_EQ(count_of(stream, "BDC") + count_of(stream, "BMC"), count_of(stream, "EMC"));
}

TEST_F(PdfDetailsTest, SeveralGlyphsOfOneTextAreSpelledOutTogether) {
  Frames frames = sample_frames();
  GlyphRun run = sample_run("部门", 80, 400);
  run.text = "甲";  // one character, two glyphs
  run.clusters = {{3, 2}};
  frames.pages[0].items = {{1, run}};
  open(frames);
  const std::string stream = content(0);
  EXPECT_EQ(count_of(stream, "/ActualText<FEFF7532>"), 1U);
  EXPECT_EQ(count_of(stream, "BDC") + count_of(stream, "BMC"), count_of(stream, "EMC"));
}

TEST_F(PdfDetailsTest, TurnedTextDoesNotTurnWhatFollows) {
  Frames frames = sample_frames();
  GlyphRun turned = sample_run("公开", 80, 300);
  turned.turned = true;
  turned.glyphs[1].x = turned.glyphs[0].x;
  turned.glyphs[1].y += turned.size;
  frames.pages[0].items = {{1, sample_run("部门", 80, 200)}, {1, turned}, {1, sample_run("决算", 80, 400)}};
  open(frames);
  const std::string stream = content(0);
  EXPECT_EQ(count_of(stream, "0 -1 1 0 "), 2U) << "each glyph of it";
  EXPECT_EQ(count_of(stream, "BT\n"), 3U) << "a text object keeps its matrix to its end";
  EXPECT_LT(stream.rfind("0 -1 1 0 "), stream.rfind("ET\nBT\n"));
}

TEST_F(PdfDetailsTest, ABookmarkThatSkipsALevelHangsUnderTheNearestAbove) {
  Frames frames = sample_frames();
  frames.outline = {{1, "甲", "一、收支"}, {3, "乙", "一、收支"}, {2, "丙", "一、收支"}, {1, "丁", "一、收支"}};
  open(frames);
  QPDFObjectHandle root = pdf_.getRoot().getKey("/Outlines");
  EXPECT_EQ(root.getKey("/Count").getIntValue(), 2);
  QPDFObjectHandle first = root.getKey("/First");
  EXPECT_EQ(first.getKey("/Count").getIntValue(), -2) << "closed";
  EXPECT_EQ(first.getKey("/First").getKey("/Title").getUTF8Value(), "乙");
  EXPECT_EQ(first.getKey("/Last").getKey("/Title").getUTF8Value(), "丙");
  EXPECT_EQ(root.getKey("/Last").getKey("/Title").getUTF8Value(), "丁");
}

TEST_F(PdfDetailsTest, NamesOfDestinationsAreSortedByTheirBytes) {
  Frames frames = sample_frames();
  for (const char* name : {"乙（二）", "甲", "A", "z", "（括号）"}) {
    frames.pages[2].items.push_back({1, Destination{name, 80, 100}});
  }
  open(frames);
  QPDFObjectHandle names = pdf_.getRoot().getKey("/Names").getKey("/Dests").getKey("/Names");
  std::vector<std::string> sorted;
  for (int i = 0; i < names.getArrayNItems(); i += 2) sorted.push_back(names.getArrayItem(i).getStringValue());
  EXPECT_EQ(sorted.size(), 6U);
  EXPECT_TRUE(std::ranges::is_sorted(sorted));
}

TEST_F(PdfDetailsTest, ManyThousandObjectsTakeSeveralStreams) {
  constexpr int kMany = 25'000;
  Frames frames = sample_frames();
  const GlyphRun run = sample_run("公", 80, 400);
  for (int i = 0; i < kMany; ++i) {
    frames.structure.push_back({.role = StructureRole::P, .parent = 0});
    frames.pages[2].items.push_back({static_cast<StructureId>(frames.structure.size() - 1), run});
  }
  open(frames);
  QPDFObjectHandle document = pdf_.getRoot().getKey("/StructTreeRoot").getKey("/K");
  if (document.isArray()) document = document.getArrayItem(0);
  ASSERT_EQ(document.getKey("/K").getArrayNItems(), kMany + 1);
  EXPECT_EQ(document.getKey("/K").getArrayItem(kMany).getKey("/S").getName(), "/P");
}

}  // namespace
}  // namespace gongkai
