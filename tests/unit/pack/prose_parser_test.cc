#include "pack/prose_parser.h"

#include <gtest/gtest.h>

#include "pack/inheritance.h"

namespace gongkai {
namespace {

struct Parsed {
  Sources sources;
  Diagnostics diagnostics;
  ProseFile file;
};

std::unique_ptr<Parsed> parse(const std::string& text) {
  auto parsed = std::make_unique<Parsed>();
  const FileId file = parsed->sources.add("disclosure.txt", text);
  parsed->file = parse_prose(file, parsed->sources, parsed->diagnostics);
  return parsed;
}

std::vector<std::string> places(const Parsed& parsed) {
  std::vector<std::string> found;
  for (const Diagnostic& item : parsed.diagnostics.items()) {
    found.push_back(item.code + ":" + std::to_string(item.span.line));
  }
  return found;
}

TEST(Prose, ReadsHeadingsParagraphsAndComments) {
  const auto parsed = parse("@注 说明\n# 概况\n\n　　收入{甲}万元。\n#### 出国费。\n#### 出国费\n##### 第一项\n");
  const auto& body = parsed->file.body;
  ASSERT_EQ(body.size(), 5U);
  EXPECT_EQ(body[0].kind, NodeKind::Heading);
  EXPECT_TRUE(body[0].new_page);
  EXPECT_EQ(body[1].kind, NodeKind::Paragraph);
  EXPECT_EQ(body[1].span.line, 4U);
  EXPECT_EQ(body[1].span.column, 3U);
  EXPECT_EQ(body[2].paragraph, ParagraphKind::NumberedBody);
  EXPECT_EQ(body[3].kind, NodeKind::Heading);
  EXPECT_EQ(body[4].paragraph, ParagraphKind::NumberedBody);
  EXPECT_EQ(body[4].level, 5);
  EXPECT_FALSE(parsed->diagnostics.has_errors());
}

TEST(Prose, TakesAFourthLevelSentenceForANumberedParagraph) {
  for (const char* line : {"#### 甲。\n", "#### 甲；\n", "#### 甲如下：\n"}) {
    EXPECT_EQ(parse(line)->file.body.at(0).paragraph, ParagraphKind::NumberedBody) << line;
  }
  EXPECT_EQ(parse("#### 甲\n")->file.body.at(0).kind, NodeKind::Heading);
  EXPECT_EQ(parse("### 甲如下：\n")->file.body.at(0).kind, NodeKind::Heading);
}

TEST(Prose, ReadsBranches) {
  const auto parsed = parse("@如果 甲 > 0\n一\n@否则如果 乙 > 0\n二\n@否则\n三\n@完\n后\n");
  ASSERT_EQ(parsed->file.body.size(), 2U);
  const auto& branches = parsed->file.body[0].branches;
  ASSERT_EQ(branches.size(), 3U);
  EXPECT_NE(branches[1].condition, nullptr);
  EXPECT_EQ(branches[2].condition, nullptr);
  EXPECT_EQ(branches[2].children[0].text.pieces[0].literal, "三");
}

TEST(Prose, ReadsLoopArguments) {
  const auto parsed = parse("@段\n其中：\n@每个 筛(甲.结构, 非 为零) 作 行 间隔 “；”\n{行.名称}\n@完\n。\n@完\n");
  ASSERT_EQ(parsed->file.body.size(), 1U);
  const TemplateNode& joined = parsed->file.body[0];
  ASSERT_EQ(joined.kind, NodeKind::Joined);
  ASSERT_EQ(joined.children.size(), 3U);
  EXPECT_EQ(joined.children[1].variable, "行");
  EXPECT_EQ(joined.children[1].separator, "；");
  EXPECT_EQ(joined.children[1].expr->kind, ExprKind::Call);
  EXPECT_FALSE(parsed->diagnostics.has_errors());
}

TEST(Prose, TakesTheNumberOfAJoinedParagraphFromItsFirstLine) {
  const auto parsed = parse("@段\n#### 出国费{甲}万元\n，{乙}。\n@完\n@段 #####\n丙\n@完\n");
  ASSERT_EQ(parsed->file.body.size(), 2U);
  EXPECT_EQ(parsed->file.body[0].level, 4);
  EXPECT_EQ(parsed->file.body[0].paragraph, ParagraphKind::NumberedBody);
  EXPECT_EQ(parsed->file.body[0].children[0].text.pieces[0].literal, "出国费");
  EXPECT_EQ(parsed->file.body[1].level, 5);
}

TEST(Prose, ReadsReferencesAndLongTexts) {
  const auto parsed =
      parse("@封面\n@目录\n@表 公开05\n@表单 自评表\n@图 甲\n@长文 单位账(主要职责) 级 3\n@居中 无\n@换页\n");
  const auto& body = parsed->file.body;
  ASSERT_EQ(body.size(), 8U);
  EXPECT_EQ(body[2].id, "公开05");
  EXPECT_EQ(body[3].kind, NodeKind::Form);
  EXPECT_EQ(body[5].level, 3);
  EXPECT_EQ(body[6].paragraph, ParagraphKind::Centered);
  EXPECT_FALSE(parsed->diagnostics.has_errors());
}

TEST(Prose, ReportsEveryLineInError) {
  const auto parsed = parse("@如过 甲\n@完\n@表\n@每个 甲 间隔 “、”\n乙\n@完\n@段\n## 题\n@完\n@如果 甲\n乙\n");
  EXPECT_EQ(places(*parsed),
            (std::vector<std::string>{"E0530:1", "E0531:2", "E0532:3", "E0532:4", "E0532:7", "E0531:10"}));
  EXPECT_EQ(parsed->diagnostics.items()[0].hint, "是不是“如果”？");
}

TEST(Prose, EndlessNestingIsRefused) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "@如果 甲\n";
  const auto parsed = parse(text);
  ASSERT_FALSE(parsed->diagnostics.items().empty());
  EXPECT_EQ(parsed->diagnostics.items()[0].span.line, 65U);
}

TEST(Inheritance, ReplacesInsertsAndRemoves) {
  auto parent = parse("@块 甲\n一\n@块 乙\n二\n@完\n@完\n@块 丙\n三\n@完\n");
  auto child = parse("@换 乙\n新\n@完\n@前 丙\n前\n@完\n@后 丙\n后\n@完\n@删 丙\n");
  EXPECT_TRUE(child->file.body.empty());
  std::vector<TemplateNode> body;
  Diagnostics diagnostics;
  apply_prose(std::move(parent->file), body, diagnostics);
  apply_prose(std::move(child->file), body, diagnostics);
  ASSERT_EQ(body.size(), 3U);
  EXPECT_EQ(body[0].children[1].children[0].text.pieces[0].literal, "新");
  EXPECT_EQ(body[1].text.pieces[0].literal, "前");
  EXPECT_EQ(body[2].text.pieces[0].literal, "后");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(Inheritance, OrdinaryTextReplacesTheWhole) {
  auto parent = parse("旧\n");
  auto child = parse("新\n");
  std::vector<TemplateNode> body;
  Diagnostics diagnostics;
  apply_prose(std::move(parent->file), body, diagnostics);
  apply_prose(std::move(child->file), body, diagnostics);
  ASSERT_EQ(body.size(), 1U);
  EXPECT_EQ(body[0].text.pieces[0].literal, "新");
}

TEST(Inheritance, ReportsUnknownAndRepeatedBlocks) {
  auto parent = parse("@块 概况\n一\n@完\n@块 概况\n二\n@完\n");
  auto child = parse("@换 概矿\n新\n@完\n");
  std::vector<TemplateNode> body;
  Diagnostics diagnostics;
  apply_prose(std::move(parent->file), body, diagnostics);
  apply_prose(std::move(child->file), body, diagnostics);
  check_block_names(body, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].hint, "是不是“概况”？");
  EXPECT_EQ(diagnostics.items()[1].code, "E0538");
  EXPECT_EQ(diagnostics.items()[1].span.line, 4U);
}

TEST(Inheritance, EditsAndLooseTextDoNotMix) {
  const auto parsed = parse("@删 甲\n散落的一段\n");
  EXPECT_EQ(places(*parsed), (std::vector<std::string>{"E0532:2"}));
}

TEST(Inheritance, MovesABlock) {
  auto parent = parse("@块 甲\n一\n@完\n@块 乙\n二\n@完\n@块 丙\n三\n@完\n");
  auto child = parse("@移 丙 前 甲\n@移 甲 后 乙\n");
  EXPECT_TRUE(child->file.body.empty());
  std::vector<TemplateNode> body;
  Diagnostics diagnostics;
  apply_prose(std::move(parent->file), body, diagnostics);
  apply_prose(std::move(child->file), body, diagnostics);
  EXPECT_TRUE(diagnostics.items().empty());
  ASSERT_EQ(body.size(), 3U);
  EXPECT_EQ(body[0].id, "丙");
  EXPECT_EQ(body[1].id, "乙");
  EXPECT_EQ(body[2].id, "甲");
}

TEST(Inheritance, ReportsMovesThatCannotBe) {
  auto parent = parse("@块 甲\n@块 乙\n二\n@完\n@完\n");
  auto child = parse("@移 甲 前 乙\n@移 甲 前 巳\n@移 甲\n");
  EXPECT_EQ(places(*child), std::vector<std::string>{"E0532:3"});
  std::vector<TemplateNode> body;
  Diagnostics diagnostics;
  apply_prose(std::move(parent->file), body, diagnostics);
  apply_prose(std::move(child->file), body, diagnostics);
  EXPECT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(body.size(), 1U);
}

}  // namespace
}  // namespace gongkai
