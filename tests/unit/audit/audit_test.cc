// Documents and frames made wrong on purpose: the audits must say so, and say nothing of the right ones.
#include "audit/audit.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

using Codes = std::vector<std::string>;

Codes codes_of(const Diagnostics& diagnostics) {
  Codes codes;
  for (const Diagnostic& d : diagnostics.items()) codes.push_back(d.code);
  return codes;
}

Codes audited(const Document& document) {
  Diagnostics diagnostics;
  audit_document(document, diagnostics);
  return codes_of(diagnostics);
}

Block heading(int level, std::string number, std::string text) {
  return {Heading{.level = level, .number = std::move(number), .runs = {{.text = text}}, .anchor = text}};
}

Block paragraph(Runs runs) {
  return {Paragraph{.runs = std::move(runs)}};
}

Table one_cell(const std::string& text, const Fact* fact) {
  Table table{.id = "公开01", .number = "公开01表", .columns = {{"金额"}}};
  table.rows.push_back({Cell{.runs = {{.text = text, .fact = fact}}, .kind = CellKind::Amount, .fact = fact}});
  return table;
}

class Audit : public testing::Test {
 protected:
  Audit() { fact_.value = Money::from_fen(12'340'000); }
  Fact fact_;
};

TEST_F(Audit, AcceptsAFigureThatIsItsFact) {
  Document document;
  document.blocks = {{one_cell("12.34", &fact_)},
                     paragraph({{.text = "支出"}, {.text = "12.34", .fact = &fact_}, {.text = "万元"}})};
  EXPECT_EQ(audited(document), Codes());
}

TEST_F(Audit, RefusesAFigureThatIsNotItsFact) {
  Document document;
  document.blocks = {{one_cell("12.35", &fact_)}};
  EXPECT_EQ(audited(document), (Codes{"E0971", "E0971"}));
}

TEST_F(Audit, RefusesLeftovers) {
  Document document;
  document.blocks = {paragraph({{.text = "比上年增加（减少）12万元"}})};
  EXPECT_EQ(audited(document), Codes{"E0973"});
}

TEST_F(Audit, RefusesAFigureTypedInATemplate) {
  const Span in_pack{.file = 3, .line = 2, .column = 1};
  const Span in_unit{.file = kFirstUnitFile, .line = 2, .column = 1};
  Document document;
  document.blocks = {paragraph({{.text = "支出12万元", .source = in_pack}}),
                     paragraph({{.text = "支出12万元", .source = in_unit}})};
  EXPECT_EQ(audited(document), Codes{"E0974"});
}

TEST_F(Audit, NoticesNumbersThatJump) {
  Document document;
  document.blocks = {heading(1, "第一部分　", "甲"), heading(2, "一、", "乙"), heading(2, "三、", "丙"),
                     heading(1, "第二部分　", "丁"), heading(2, "一、", "戊")};
  EXPECT_EQ(audited(document), Codes{"W0975"});
}

Block numbered(const std::string& text) {
  return {Paragraph{.kind = ParagraphKind::NumberedBody, .runs = {{.text = text}}}};
}

TEST_F(Audit, CountsNumberedParagraphsWithTheHeadingsOfTheirLevel) {
  Document document;
  document.blocks = {heading(3, "（一）", "甲"), numbered("1. 乙。"),        heading(4, "2. ", "丙"),
                     numbered("3. 丁。"),        numbered("（1）戊。"),      numbered("（2）己。"),
                     numbered("4. 庚。"),        heading(3, "（二）", "辛"), numbered("1. 壬。")};
  EXPECT_EQ(audited(document), Codes());
}

TEST_F(Audit, NoticesParagraphsThatSkipOrRepeatANumber) {
  Document document;
  document.blocks = {heading(3, "（一）", "甲"), numbered("1. 乙。"), numbered("3. 丙。"), numbered("3. 丁。"),
                     numbered("4. 戊。")};
  EXPECT_EQ(audited(document), (Codes{"W0975", "W0975"}));
}

TEST_F(Audit, ANewListMayBeginAtOne) {
  Document document;
  document.blocks = {numbered("（一）甲；"), numbered("（二）乙。"), paragraph({{.text = "另外："}}),
                     numbered("（一）丙；"), numbered("（一）丁。")};
  EXPECT_EQ(audited(document), Codes{"W0975"});
}

/// A page with one data cell and a 目录 of one entry.
struct Pages {
  Pages() {
    frames.structure = {{StructureRole::Document, -1}, {StructureRole::Table, 0}, {StructureRole::Row, 1},
                        {StructureRole::DataCell, 2},  {StructureRole::Toc, 0},   {StructureRole::Link, 4}};
    frames.pages.push_back({.width = 595, .height = 842, .label = "3"});
    add(3, GlyphRun{.glyphs = {{1, 100, 100}}, .text = "12.34"});
    add(5, GlyphRun{.glyphs = {{1, 100, 100}}, .text = "一、 概况"});
    add(5, GlyphRun{.glyphs = {{1, 500, 100}}, .text = "3"});
    add(5, Link{0, 0, 1, 1, "概况"});
    add(kArtifact, Destination{"概况", 0, 0});
  }
  void add(StructureId node, ItemContent content) { frames.pages.front().items.push_back({node, std::move(content)}); }
  GlyphRun& run(std::size_t at) { return std::get<GlyphRun>(frames.pages.front().items[at].content); }

  Codes codes(const Document& document) const {
    Diagnostics diagnostics;
    audit_frames(document, frames, diagnostics);
    return codes_of(diagnostics);
  }
  Frames frames;
};

class FrameAudit : public Audit {
 protected:
  FrameAudit() { document_.blocks = {heading(2, "一、", "概况"), {one_cell("12.34", &fact_)}}; }
  Document document_;
  Pages pages_;
};

TEST_F(FrameAudit, AcceptsPagesThatShowTheDocument) {
  EXPECT_EQ(pages_.codes(document_), Codes());
}

TEST_F(FrameAudit, RefusesACellThatDiffersFromTheSheet) {
  pages_.run(0).text = "12.35";
  EXPECT_EQ(pages_.codes(document_), Codes{"E0972"});
}

TEST_F(FrameAudit, RefusesAWrongPageNumberInContents) {
  pages_.run(2).text = "4";
  EXPECT_EQ(pages_.codes(document_), Codes{"E0976"});
}

TEST_F(FrameAudit, RefusesWhatLeavesThePage) {
  pages_.run(0).glyphs.front().x = 600;
  EXPECT_EQ(pages_.codes(document_), Codes{"E0977"});
}

}  // namespace
}  // namespace gongkai
