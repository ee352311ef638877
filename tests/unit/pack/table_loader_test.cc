#include "pack/table_loader.h"

#include <gtest/gtest.h>

#include "pack/form_loader.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

struct Loaded {
  Sources sources;
  Diagnostics diagnostics;
  TableTemplate table;

  std::vector<std::string> places() const {
    std::vector<std::string> found;
    for (const Diagnostic& item : diagnostics.items()) {
      found.push_back(item.code + ":" + std::to_string(item.span.line) + ":" + std::to_string(item.span.column));
    }
    return found;
  }
};

std::unique_ptr<Loaded> load(const std::string& text) {
  auto loaded = std::make_unique<Loaded>();
  const FileId file = loaded->sources.add("表.yaml", text);
  const YamlNode root = parse_yaml(file, loaded->sources, loaded->diagnostics).root.value();
  loaded->table = load_table("表", root, loaded->diagnostics);
  return loaded;
}

constexpr const char* kTable = R"(表号: 公开05表
标题: '{年度}年度支出决算表'
工作表: 公开05表
页面: 横向
栏次: 是
列:
  - {键: 编码, 标题: [项目, 编码], 类型: 编码, 取: 编码, 宽: 24.5}
  - {键: 小计, 标题: 小计, 类型: 金额, 取: 金额, 求和: [基本, 项目]}
  - {键: 基本, 标题: 基本支出, 类型: 金额, 取: 基本支出}
  - {键: 项目, 标题: 项目支出, 类型: 金额, 取: 项目支出}
行:
  - {键: 合计, 合计: 是, 编码: 合计, 小计: 支出合计, 加粗: 是}
  - {逐行: 支出.逐行, 作: 行}
  - {补至: 12}
注: '注：本表反映支出情况。'
空表: '{单位.称谓}没有支出，故本表无数据。'
)";

TEST(TableLoader, ReadsATable) {
  const auto loaded = load(kTable);
  EXPECT_EQ(loaded->places(), std::vector<std::string>{});
  const TableTemplate& table = loaded->table;
  EXPECT_EQ(table.orientation, Orientation::Landscape);
  EXPECT_TRUE(table.column_numbers);
  ASSERT_EQ(table.panels.size(), 1U);
  const PanelTemplate& panel = table.panels[0];
  EXPECT_EQ(panel.columns[0].width_mm, 24.5);
  EXPECT_EQ(panel.columns[1].sum_of, (std::vector<std::string>{"基本", "项目"}));
  ASSERT_EQ(panel.rows.size(), 3U);
  EXPECT_TRUE(panel.rows[0].total);
  EXPECT_NE(panel.rows[0].cells.at("小计").value, nullptr);
  EXPECT_EQ(panel.rows[0].cells.at("编码").value, nullptr);
  EXPECT_EQ(panel.rows[1].kind, RowKind::Each);
  EXPECT_EQ(panel.rows[2].pad_to, 12);
}

TEST(TableLoader, ReportsUnknownKeysWithAGuess) {
  const auto loaded = load("标题: 甲\n列: [{键: 名称}]\n行: [{名称: 甲}]\n空镖: 乙\n页面: 横的\n");
  EXPECT_EQ(loaded->places(), (std::vector<std::string>{"E0527:5:5", "E0526:4:1"}));
  EXPECT_EQ(loaded->diagnostics.items()[1].hint, "是不是“空表”？");
}

TEST(TableLoader, ReportsNamesThatNoColumnOrRowHas) {
  const auto loaded = load(
      "标题: 甲\n列:\n  - {键: 名称}\n  - {键: 小计, 类型: 金额, 求和: [基本]}\n"
      "行:\n  - {键: 合计, 求和: [明细], 跨: {小计: 2}, 名陈: 乙}\n");
  EXPECT_EQ(loaded->places(), (std::vector<std::string>{"E0526:6:35", "E0539:4:5", "E0539:6:5", "E0541:6:5"}));
}

TEST(TableLoader, ALastRowFillsTheTable) {
  const auto loaded =
      load("标题: 甲\n列: [{键: 名称}, {键: 金额, 类型: 金额}]\n行: [{名称: 甲}]\n末行: [[{文: 合计, 跨: 3}]]\n");
  EXPECT_EQ(loaded->places(), (std::vector<std::string>{"E0541:4:6"}));
}

TEST(TableLoader, KeysOfRowsAndColumnsAreThereOnce) {
  const auto loaded = load(
      "标题: 甲\n列: [{键: 名称}, {键: 金额, 类型: 金额}, {键: 名称}]\n"
      "行:\n  - {键: 乙, 金额: 零}\n  - {键: 乙, 金额: 零}\n");
  EXPECT_EQ(loaded->places(), (std::vector<std::string>{"E0539:2:31", "E0539:5:5"}));
}

TEST(TableLoader, ATotalStandsBeforeTheRowsItAddsUp) {
  const auto loaded = load(
      "标题: 甲\n列: [{键: 金额, 类型: 金额, 取: 金额}]\n"
      "行:\n  - {逐行: 支出.逐行}\n  - {合计: 是, 金额: 支出合计}\n");
  EXPECT_EQ(loaded->places(), std::vector<std::string>{"E0539:5:5"});
  EXPECT_EQ(loaded->diagnostics.items()[0].message, "“合计: 是”后面没有逐行的行");
}

TEST(TableLoader, FormatsAreKnown) {
  const auto loaded =
      load("标题: 甲\n列: [{键: 金额, 类型: 金额, 格式: 两味}]\n行: [{金额: {取: 支出合计, 格式: 整数}}]\n");
  EXPECT_EQ(loaded->places(), std::vector<std::string>{"E0534:2:25"});
  EXPECT_EQ(loaded->diagnostics.items()[0].hint, "可用的格式：元、数值、两位、整数、绝对值、千分位");
}

TEST(FormLoader, ReadsRowsAndLoops) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("单.yaml", R"(标题: 自评表
列宽: [16, 20.5]
行:
  - [{文: 项目, 头: 是}, {取: 项目.预算数}]
  - 逐行: 项目.指标
    作: 指标
    行: [[{文: '{指标.一级}', 合并同值: 是}, {取: 指标.得分, 合并同值: '{指标.组}'}]]
  - {行: [[甲, 乙]]}
)");
  const YamlNode root = parse_yaml(file, sources, diagnostics).root.value();
  const FormTemplate form = load_form("单", root, diagnostics);
  ASSERT_EQ(form.widths_mm, (std::vector<double>{16, 20.5}));
  ASSERT_EQ(form.rows.size(), 3U);
  EXPECT_TRUE(form.rows[0].cells[0].header);
  const CellTemplate& score = form.rows[1].children[0].cells[1];
  EXPECT_TRUE(score.merge_same);
  EXPECT_EQ(score.merge_key.pieces.size(), 1U);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "E0528");
}

}  // namespace
}  // namespace gongkai
