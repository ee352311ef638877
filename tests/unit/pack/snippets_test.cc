#include "pack/snippets.h"

#include <gtest/gtest.h>

#include "expr/parse.h"
#include "facts/catalog.h"
#include "pack/prose_parser.h"

namespace gongkai {
namespace {

struct Expanded {
  Sources sources;
  Diagnostics diagnostics;
  std::vector<TemplateNode> body;

  std::vector<std::string> places() const {
    std::vector<std::string> found;
    for (const Diagnostic& item : diagnostics.items()) {
      found.push_back(item.code + ":" + std::to_string(item.span.line));
    }
    return found;
  }
};

std::unique_ptr<Expanded> expand(const std::vector<std::string>& files) {
  auto result = std::make_unique<Expanded>();
  Snippets snippets;
  std::vector<std::string> own;
  for (const std::string& text : files) {
    const FileId file = result->sources.add("disclosure.txt", text);
    ProseFile prose = parse_prose(file, result->sources, result->diagnostics);
    own.clear();
    for (const Snippet& snippet : prose.snippets) own.push_back(snippet.name);
    apply_snippets(std::move(prose.snippets), snippets, result->diagnostics);
    if (!prose.body.empty()) result->body = std::move(prose.body);
  }
  expand_snippets(snippets, own, result->body, result->diagnostics);
  return result;
}

std::string value_of(const TextTemplate& text, std::size_t piece) {
  return to_text(text.pieces.at(piece).expr->name);
}

TEST(Snippets, PutAnArgumentBeforeTheSuffixesOfItsParameter) {
  const auto result =
      expand({"@片段 变动 数\n@如果 存在(数.上年)\n较上年{数.较上年}\n@完\n@完\n@段\n@用 变动 收支总计\n@用 变动 "
              "支出.[编码]\n@完\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  ASSERT_EQ(result->body.size(), 1U);
  const auto& parts = result->body[0].children;
  ASSERT_EQ(parts.size(), 2U);
  const Branch& first = parts[0].branches[0];
  EXPECT_EQ(to_text(first.condition->children[0]->name), "收支总计.上年");
  EXPECT_EQ(value_of(first.children[0].text, 1), "收支总计.较上年");
  EXPECT_EQ(first.children[0].text.pieces[1].literal, "收支总计.较上年");
  EXPECT_EQ(value_of(parts[1].branches[0].children[0].text, 1), "支出.[编码].较上年");
}

TEST(Snippets, TakeTextsListsAndOtherExpressions) {
  const auto result =
      expand({"@片段 明细 名 数 列\n{名}{数}万元：\n@每个 列 间隔 “、”\n{名称}\n@完\n@完\n"
              "@段\n@用 明细 '人员 经费' (甲 + 乙) 筛(丙.构成, 非 为零)\n@完\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  const auto& parts = result->body.at(0).children;
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].text.pieces[0].expr->text, "人员 经费");
  EXPECT_EQ(parts[0].text.pieces[1].expr->kind, ExprKind::Add);
  EXPECT_EQ(parts[1].expr->text, "筛");
}

TEST(Snippets, AParameterInBracketsBecomesASegment) {
  const auto result =
      expand({"@片段 支 资金\n{支出.[资金].208}\n@完\n@用 支 '政府性基金'\n@用 支 一般公共预算\n@用 支 [类.资金]\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  ASSERT_EQ(result->body.size(), 3U);
  EXPECT_EQ(value_of(result->body[0].text, 0), "支出.政府性基金.208");
  EXPECT_EQ(value_of(result->body[1].text, 0), "支出.一般公共预算.208");
  EXPECT_EQ(value_of(result->body[2].text, 0), "支出.[类.资金].208");
}

TEST(Snippets, AChildReplacesASnippetWhereverTheParentUsesIt) {
  const auto result = expand({"@片段 句\n旧\n@完\n@用 句\n", "@片段 句\n新\n@完\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  ASSERT_EQ(result->body.size(), 1U);
  EXPECT_EQ(result->body[0].text.pieces[0].literal, "新");
}

TEST(Snippets, UseOtherSnippets) {
  const auto result = expand({"@片段 外 数\n外{数}\n@用 内 数.上年\n@完\n@片段 内 数\n内{数}\n@完\n@用 外 甲\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  ASSERT_EQ(result->body.size(), 2U);
  EXPECT_EQ(value_of(result->body[1].text, 1), "甲.上年");
}

TEST(Snippets, ReportWhatCannotBeUsed) {
  const auto result =
      expand({"@片段 句 数\n{数.上年}\n@完\n"
              "@用 巨 甲\n"
              "@用 句\n"
              "@用 句 '文字'\n"
              "@片段 环\n@用 环\n@完\n"
              "@用 环\n"
              "@片段 标题\n## 题\n@完\n"
              "@段\n@用 标题\n@完\n"
              "@片段 连\n@每个 甲 间隔 “、”\n乙\n@完\n@完\n"
              "@用 连\n"
              "@片段 闲\n闲\n@完\n"});
  EXPECT_EQ(result->places(),
            (std::vector<std::string>{"E0542:4", "E0542:5", "E0542:2", "E0542:8", "E0532:15", "E0532:22", "N0501:23"}));
  EXPECT_EQ(result->diagnostics.items()[0].hint, "现有：句、标题、环、连、闲");
}

TEST(Snippets, HoldNoBlocksAndHaveOneNameEach) {
  const auto result = expand({"@片段 甲\n@块 乙\n一\n@完\n@完\n@片段 甲\n二\n@完\n@用 甲\n"});
  EXPECT_EQ(result->places(), (std::vector<std::string>{"E0532:2", "E0538:6"}));
}

TEST(Snippets, PartsMayBeNumberedLikeHeadings) {
  const auto result = expand({"@段 ###\n人员经费。\n@完\n"});
  EXPECT_TRUE(result->diagnostics.items().empty());
  EXPECT_EQ(result->body.at(0).paragraph, ParagraphKind::NumberedBody);
  EXPECT_EQ(result->body[0].level, 3);
}

}  // namespace
}  // namespace gongkai
