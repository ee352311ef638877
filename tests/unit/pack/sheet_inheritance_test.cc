#include "pack/sheet_inheritance.h"

#include <gtest/gtest.h>

#include "pack/table_loader.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr const char* kParent = R"(表号: 公开07表
标题: 基金
列:
  - {键: 编码, 标题: [编码], 类型: 编码, 取: 编码, 宽: 20}
  - {键: 金额, 标题: [金额], 类型: 金额, 取: 金额}
行:
  - {键: 合计, 编码: 合计, 金额: 甲 + 乙, 求和: [甲, 乙]}
  - {键: 甲, 编码: 甲, 金额: 甲}
  - {键: 乙, 编码: 乙, 金额: 乙}
)";

struct Merged {
  Sources sources;
  Diagnostics diagnostics;
  TableTemplate table;
};

std::unique_ptr<Merged> merge(const std::string& own) {
  auto result = std::make_unique<Merged>();
  SheetFiles parents;
  const FileId parent = result->sources.add("公开07.yaml", kParent);
  parents["公开07"] = std::make_shared<const YamlNode>(*parse_yaml(parent, result->sources, result->diagnostics).root);
  const FileId file = result->sources.add("公开08.yaml", own);
  const YamlNode root = *parse_yaml(file, result->sources, result->diagnostics).root;
  const YamlNode sheet = inherit_sheet(root, parents, result->diagnostics);
  result->table = load_table("公开08", sheet, result->diagnostics);
  return result;
}

std::string text_of(const TextTemplate& text) {
  return text.pieces.empty() ? std::string() : text.pieces.front().literal;
}

TEST(SheetInheritance, SaysOnlyWhatDiffers) {
  const auto merged = merge("沿用: 公开07\n表号: 公开08表\n栏次: 是\n");
  EXPECT_TRUE(merged->diagnostics.items().empty());
  EXPECT_EQ(text_of(merged->table.number), "公开08表");
  EXPECT_EQ(text_of(merged->table.title), "基金");
  EXPECT_TRUE(merged->table.column_numbers);
  EXPECT_EQ(merged->table.panels.at(0).rows.size(), 3U);
}

TEST(SheetInheritance, ChangesColumnsAndRowsByKey) {
  const auto merged = merge("沿用: 公开07\n改列: {编码: {宽: 30}}\n改行: {合计: {加粗: 是}}\n");
  EXPECT_TRUE(merged->diagnostics.items().empty());
  const PanelTemplate& panel = merged->table.panels.at(0);
  EXPECT_EQ(panel.columns[0].width_mm, 30);
  EXPECT_EQ(panel.columns[0].key, "编码");
  EXPECT_TRUE(panel.rows[0].bold);
  EXPECT_EQ(panel.rows[0].sum_of.size(), 2U);
}

TEST(SheetInheritance, WhatIsTakenOutLeavesTheSums) {
  const auto merged = merge("沿用: 公开07\n删行: [乙]\n");
  EXPECT_TRUE(merged->diagnostics.items().empty());
  const PanelTemplate& panel = merged->table.panels.at(0);
  ASSERT_EQ(panel.rows.size(), 2U);
  EXPECT_EQ(panel.rows[0].sum_of, std::vector<std::string>{"甲"});
}

TEST(SheetInheritance, AddsRowsAndColumnsBesideOthers) {
  const auto merged = merge(
      "沿用: 公开07\n加列: [{后: 编码, 列: [{键: 名称, 标题: [名称], 类型: 文字, 取: 名称}]}]\n"
      "加行: [{前: 乙, 行: [{补至: 5}, {键: 丙, 编码: 丙, 金额: 丙}]}]\n");
  EXPECT_TRUE(merged->diagnostics.items().empty());
  const PanelTemplate& panel = merged->table.panels.at(0);
  ASSERT_EQ(panel.columns.size(), 3U);
  EXPECT_EQ(panel.columns[1].key, "名称");
  ASSERT_EQ(panel.rows.size(), 5U);
  EXPECT_EQ(panel.rows[2].pad_to, 5);
  EXPECT_EQ(panel.rows[3].key, "丙");
}

TEST(SheetInheritance, AdditionsSayWhere) {
  const auto merged = merge("沿用: 公开07\n加行: [{行: [{补至: 5}]}, {前: 丁, 行: [{补至: 5}]}]\n");
  ASSERT_EQ(merged->diagnostics.items().size(), 2U);
  EXPECT_EQ(merged->diagnostics.items()[1].code, "E0543");
}

TEST(SheetInheritance, AColumnThatIsGoneTakesItsCellsAlong) {
  const auto merged = merge("沿用: 公开07\n删列: [编码]\n");
  EXPECT_TRUE(merged->diagnostics.items().empty());
  EXPECT_EQ(merged->table.panels.at(0).columns.size(), 1U);
  EXPECT_EQ(merged->table.panels[0].rows.at(1).cells.size(), 1U);
}

TEST(TableColumns, AreNotCalledLikeWordsOfRows) {
  const auto merged = merge("沿用: 公开07\n改列: {金额: {键: 合计}}\n");
  ASSERT_FALSE(merged->diagnostics.items().empty());
  EXPECT_EQ(merged->diagnostics.items()[0].code, "E0539");
}

TEST(SheetInheritance, UnknownNamesAreReportedWithGuesses) {
  const auto merged = merge("沿用: 公开07\n改列: {编马: {宽: 30}}\n删行: [丙]\n");
  ASSERT_EQ(merged->diagnostics.items().size(), 2U);
  EXPECT_EQ(merged->diagnostics.items()[0].code, "E0543");
  EXPECT_EQ(merged->diagnostics.items()[0].hint, "是不是“编码”？");
  EXPECT_EQ(merged->diagnostics.items()[1].span.line, 3U);
}

TEST(SheetInheritance, TheParentMustBeThere) {
  const auto merged = merge("沿用: 公开06\n");
  ASSERT_FALSE(merged->diagnostics.items().empty());
  EXPECT_EQ(merged->diagnostics.items()[0].code, "E0543");
}

}  // namespace
}  // namespace gongkai
