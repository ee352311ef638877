#include "trial/flaws.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

constexpr Span kPlace{.file = 0, .line = 7, .column = 3, .length = 2};

Block paragraph(std::string text) {
  return {Paragraph{ParagraphKind::Body, {{std::move(text), nullptr, kPlace}}}};
}

Block heading(int level, std::string text) {
  Heading block;
  block.level = level;
  block.runs = {{std::move(text), nullptr, kPlace}};
  return {std::move(block)};
}

std::vector<std::string> codes_of(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  find_flaws(document, diagnostics);
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) codes.push_back(item.code + ":" + std::to_string(item.span.line));
  return codes;
}

class BrokenSentence : public testing::TestWithParam<const char*> {};

TEST_P(BrokenSentence, IsReportedAtItsTemplateLine) {
  EXPECT_EQ(codes_of({paragraph(GetParam())}), std::vector<std::string>{"E0571:7"});
}

INSTANTIATE_TEST_SUITE_P(Texts, BrokenSentence,
                         testing::Values("收入（）万元。", "，主要原因是人员增加。", "收入合计2万元，", "其中：。",
                                         "收入2万元万元。", "增加2万元，主要是。", "名称为“”。", "收入如下：",
                                         "收入2万元，其中", "收入2万元，增加1万元"));

TEST(Flaws, WholeSentencesPass) {
  EXPECT_TRUE(codes_of({heading(2, "收入"), paragraph("收入合计2万元，其中："), paragraph("事业收入2万元；"),
                        paragraph("联系人：办公室"), paragraph("（收入2万元，支出1万元。）")})
                  .empty());
}

TEST(Flaws, TheCoverIsReadToo) {
  Cover cover;
  cover.title = {{"年度年度决算", nullptr, kPlace}};
  EXPECT_EQ(codes_of({{cover}}), std::vector<std::string>{"E0571:7"});
}

TEST(Flaws, SectionsWithoutContentAreReported) {
  EXPECT_EQ(codes_of({heading(1, "说明"), heading(2, "收入"), heading(2, "支出"), paragraph("支出2万元。"),
                      heading(1, "附件")}),
            (std::vector<std::string>{"W0572:7", "W0572:7"}));
}

TEST(Flaws, WhatIsPromisedMustFollowBeforeTheNextSection) {
  EXPECT_EQ(codes_of({heading(2, "收入"), paragraph("具体如下："), heading(2, "支出"), paragraph("无。")}),
            std::vector<std::string>{"E0571:7"});
}

Block table(bool with_figure, const char* note) {
  static Fact amount;
  amount.value = with_figure ? Money::from_fen(100) : Money();
  Table sheet;
  sheet.title = "支出表";
  sheet.role = TableRole::Statistical;
  Cell cell;
  cell.fact = &amount;
  cell.runs = {{"支出", nullptr, kPlace}};
  sheet.rows = {{cell}};
  if (*note != '\0') sheet.notes = {{{note, nullptr, kPlace}}};
  return {std::move(sheet)};
}

TEST(Flaws, AnEmptyTableMustSaySo) {
  EXPECT_EQ(codes_of({table(false, "注：本表反映支出情况。")}), std::vector<std::string>{"W0573:7"});
  EXPECT_TRUE(codes_of({table(false, "说明：没有支出，故本表无数据。")}).empty());
  EXPECT_TRUE(codes_of({table(true, "")}).empty());
}

}  // namespace
}  // namespace gongkai
