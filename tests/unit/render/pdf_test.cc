#define POINTERHOLDER_TRANSITION 4

#include <ft2build.h>
#include FT_FREETYPE_H
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <string>

#include "render/render.h"
#include "sample_frames.h"

namespace gongkai {
namespace {

std::string codes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& item : diagnostics.items()) out += item.code + ";";
  return out;
}

class PdfTest : public testing::Test {
 protected:
  void SetUp() override { path_ = scratch_folder() / "决算.pdf"; }
  bool write(const Frames& frames) { return write_pdf(frames, 2024, path_, diagnostics_); }

  std::filesystem::path path_;
  Diagnostics diagnostics_;
};

TEST_F(PdfTest, HasEveryPageAndTheFixedMetadata) {
  ASSERT_TRUE(write(sample_frames())) << codes(diagnostics_);
  QPDF pdf;
  pdf.processFile(path_.c_str());
  EXPECT_EQ(QPDFPageDocumentHelper(pdf).getAllPages().size(), 3U);
  QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
  EXPECT_EQ(info.getKey("/Title").getUTF8Value(), "2024年度部门决算");
  EXPECT_EQ(info.getKey("/Author").getUTF8Value(), "示范中心");
  EXPECT_EQ(info.getKey("/CreationDate").getStringValue(), "D:20241231120000+08'00'");
  EXPECT_EQ(info.getKey("/ModDate").getStringValue(), "D:20241231120000+08'00'");
  EXPECT_EQ(pdf.getRoot().getKey("/Lang").getStringValue(), "zh-CN");
  EXPECT_TRUE(pdf.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  EXPECT_TRUE(pdf.getTrailer().getKey("/ID").isArray());
}

TEST_F(PdfTest, SameFramesGiveTheSameBytes) {
  ASSERT_TRUE(write(sample_frames()));
  const std::string first = read_bytes(path_);
  ASSERT_TRUE(write(sample_frames()));
  EXPECT_EQ(first, read_bytes(path_));
  EXPECT_THAT(first, testing::Not(testing::HasSubstr("cairographics")));
}

TEST_F(PdfTest, HelpersAndFontsKeptOpenChangeNoByte) {
  pdf::FontShelf fresh;
  const std::string alone = make_pdf(sample_frames(), 2024, fresh, nullptr, diagnostics_);
  ASSERT_FALSE(alone.empty());
  Helpers helpers;
  pdf::FontShelf kept;
  Frames other = sample_frames();
  other.pages.resize(1);
  other.outline.clear();
  for (int round = 0; round < 20; ++round) {
    EXPECT_EQ(make_pdf(sample_frames(), 2024, kept, &helpers, diagnostics_), alone) << round;
    make_pdf(other, 2024, kept, &helpers, diagnostics_);
  }
}

TEST_F(PdfTest, LinkArrivesAtTheNamedDestinationOfTheRightPage) {
  ASSERT_TRUE(write(sample_frames()));
  QPDF pdf;
  pdf.processFile(path_.c_str());
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  QPDFObjectHandle annotations = pages[1].getObjectHandle().getKey("/Annots");
  ASSERT_EQ(annotations.getArrayNItems(), 1);
  const std::string name = annotations.getArrayItem(0).getKey("/Dest").getStringValue();
  QPDFObjectHandle names = pdf.getRoot().getKey("/Names").getKey("/Dests").getKey("/Names");
  ASSERT_EQ(names.getArrayNItems(), 2);
  EXPECT_EQ(names.getArrayItem(0).getStringValue(), name);
  QPDFObjectHandle target = names.getArrayItem(1);
  EXPECT_EQ(target.getArrayItem(0).getObjGen(), pages[2].getObjectHandle().getObjGen());
  EXPECT_NEAR(target.getArrayItem(3).getNumericValue(), 841.89 - 100, 0.01);
}

TEST_F(PdfTest, OutlineNestsByLevel) {
  ASSERT_TRUE(write(sample_frames()));
  QPDF pdf;
  pdf.processFile(path_.c_str());
  const auto top = QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines();
  ASSERT_EQ(top.size(), 2U);
  EXPECT_EQ(const_cast<QPDFOutlineObjectHelper&>(top[0]).getTitle(), "第一部分");
  EXPECT_EQ(const_cast<QPDFOutlineObjectHelper&>(top[0]).getKids().size(), 1U);
  EXPECT_EQ(const_cast<QPDFOutlineObjectHelper&>(top[1]).getTitle(), "第二部分");
}

TEST_F(PdfTest, PageLabelsAreThePrintedNumbers) {
  ASSERT_TRUE(write(sample_frames()));
  QPDF pdf;
  pdf.processFile(path_.c_str());
  QPDFPageLabelDocumentHelper labels(pdf);
  EXPECT_EQ(labels.getLabelForPage(1).getKey("/S").getName(), "/r");
  EXPECT_EQ(labels.getLabelForPage(1).getKey("/St").getIntValue(), 2);
  EXPECT_EQ(labels.getLabelForPage(2).getKey("/P").getUTF8Value(), "1");
}

TEST_F(PdfTest, LinkToNowhereIsRefusedAndTheOldFileStays) {
  ASSERT_TRUE(write(sample_frames()));
  const std::string before = read_bytes(path_);
  Frames frames = sample_frames();
  frames.pages[1].items.push_back({kArtifact, Link{0, 0, 10, 10, "没有这一节"}});
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0801;");
  EXPECT_EQ(read_bytes(path_), before);
}

TEST_F(PdfTest, DoubledDestinationIsRefused) {
  Frames frames = sample_frames();
  frames.pages[0].items.push_back({kArtifact, Destination{"一、收支", 0, 0}});
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0802;");
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(PdfTest, BookmarkToNowhereIsRefused) {
  Frames frames = sample_frames();
  frames.outline.push_back({1, "第三部分", "无此目标"});
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0801;");
}

TEST_F(PdfTest, GlyphsThatDoNotMatchTheirTextAreRefused) {
  Frames frames = sample_frames();
  GlyphRun run = sample_run("公开", 80, 400);
  run.clusters.pop_back();
  frames.pages[2].items.push_back({1, run});
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0803;");
}

TEST_F(PdfTest, MissingGlyphIsRefused) {
  Frames frames = sample_frames();
  GlyphRun run = sample_run("公开", 80, 400);
  run.glyphs[0].id = 0;
  frames.pages[2].items.push_back({1, run});
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0803;");
}

TEST_F(PdfTest, FileThatIsNoFontIsAnError) {
  Frames frames = sample_frames();
  frames.faces[0].path = __FILE__;
  EXPECT_FALSE(write(frames));
  EXPECT_EQ(codes(diagnostics_), "E0804;");
}

/// A copy of a prepared font in which the places of the outlines make no sense, which shows only when they are read.
std::string with_damaged_outlines(const std::string& font, const std::filesystem::path& copy) {
  std::string bytes = read_bytes(font);
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  FT_Init_FreeType(&library);
  EXPECT_EQ(FT_New_Face(library, font.c_str(), 0, &face), 0);
  const auto glyphs = static_cast<unsigned>(face->num_glyphs);
  FT_Done_FreeType(library);
  const std::string index{static_cast<char>(glyphs >> 8U), static_cast<char>(glyphs), 3, 0, 0, 1};  // first offset: 1
  const auto at = bytes.find(index);
  EXPECT_NE(at, std::string::npos) << font;
  bytes.replace(at + index.size(), 3000, 3000, '\xFF');
  std::ofstream(copy, std::ios::binary) << bytes;
  return copy.string();
}

TEST_F(PdfTest, OfSeveralDamagedFontsTheSameIsNamedWhoeverFindsIt) {
  Frames frames = sample_frames();
  const std::filesystem::path fonts = std::filesystem::path(frames.faces[0].path).parent_path();
  const std::filesystem::path folder = path_.parent_path();
  frames.faces[0].path = with_damaged_outlines(fonts / "FandolFang-Regular.otf", folder / "甲.otf");
  frames.faces.push_back(frames.faces[0]);
  frames.faces[1].path = with_damaged_outlines(fonts / "FandolKai-Regular.otf", folder / "乙.otf");
  GlyphRun run = sample_run("公开", 80, 400);
  run.face = 1;
  frames.pages[2].items.push_back({1, run});
  Helpers helpers;
  for (int round = 0; round < 20; ++round) {
    pdf::FontShelf shelf;
    Diagnostics found;
    EXPECT_EQ(make_pdf(frames, 2024, shelf, round % 2 == 0 ? &helpers : nullptr, found), "");
    ASSERT_EQ(codes(found), "E0804;");
    EXPECT_THAT(found.items()[0].message, testing::HasSubstr("甲.otf"));
  }
}

TEST_F(PdfTest, FolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(write_pdf(sample_frames(), 2024, path_.parent_path() / "无" / "决算.pdf", diagnostics_));
  EXPECT_EQ(codes(diagnostics_), "E0805;");
}

}  // namespace
}  // namespace gongkai
