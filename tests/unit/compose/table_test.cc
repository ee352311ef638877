// Tables and forms of a pack with the values of a ledger.
#include <gtest/gtest.h>

#include "compose_fixture.h"
#include "document/find_cell.h"

namespace gongkai {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kSubjects = R"(表号: 公开05表
标题: '{年度}年度支出决算表'
工作表: 公开05表
栏次: 是
列:
  - {键: 编码, 标题: [项目, 编码], 类型: 编码, 取: 编码}
  - {键: 名称, 标题: [项目, 名称], 类型: 文字, 取: 名称, 按级次缩进: 是}
  - {键: 小计, 标题: [本年支出, 小计], 类型: 金额, 取: 金额, 求和: [基本, 项目]}
  - {键: 基本, 标题: [本年支出, 基本支出], 类型: 金额, 取: 基本支出}
  - {键: 项目, 标题: [本年支出, 项目支出], 类型: 金额, 取: 项目支出}
  - {键: 备注, 标题: 备注, 类型: 文字}
行:
  - {键: 合计, 合计: 是, 编码: 合计, 跨: {编码: 2}, 小计: 支出合计, 基本: 基本支出, 项目: 项目支出, 加粗: 是}
  - {逐行: 支出.逐行}
注: 注：本表反映支出情况。
空表: 本表无数据。
)";

Composed compose_table(const std::string& yaml, std::vector<AuthoredValue> year = {}) {
  return compose_small({{"disclosure.txt", "# 表\n## 支出\n@表 甲\n"}, {"tables/甲.yaml", yaml}}, std::move(year));
}

TEST(Table, HeadsMergeAndReachDown) {
  const Composed composed = compose_table(kSubjects);
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(table.header_rows, 3);
  EXPECT_EQ(row_texts(table, 0), (Lines{"项目", "-", "本年支出", "-", "-", "备注"}));
  EXPECT_EQ(row_texts(table, 1), (Lines{"编码", "名称", "小计", "基本支出", "项目支出", "-"}));
  EXPECT_EQ(row_texts(table, 2), (Lines{"栏次", "-", "1", "2", "3", ""}));
  EXPECT_EQ(table.rows[0][2].col_span, 3);
  EXPECT_EQ(table.rows[0][5].row_span, 2);
  EXPECT_TRUE(table.rows[0][0].header);
  EXPECT_EQ(table.number, "公开05表");
  EXPECT_EQ(table.title, "2024年度支出决算表");
}

TEST(Table, SubjectsAreATreeOfSums) {
  const Composed composed = compose_table(kSubjects);
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(row_texts(table, 3), (Lines{"合计", "-", "1,050.00", "650.00", "400.00", ""}));
  EXPECT_EQ(row_texts(table, 8), (Lines{"2080505", "基本养老保险缴费支出", "50.00", "50.00", "", ""}));
  EXPECT_EQ(table.rows[6][1].indent, 2);
  const auto addresses = [](const Cell& cell) {
    std::vector<std::pair<int, int>> found;
    for (const CellAddress& at : cell.sum_of) found.emplace_back(at.row, at.column);
    return found;
  };
  using Addresses = std::vector<std::pair<int, int>>;
  EXPECT_EQ(addresses(table.rows[3][2]), (Addresses{{3, 3}, {3, 4}})) << "小计 across";
  EXPECT_EQ(addresses(table.rows[3][3]), (Addresses{{4, 3}})) << "the top rows of the group";
  EXPECT_EQ(addresses(table.rows[4][3]), (Addresses{{5, 3}, {7, 3}})) << "direct children only";
  EXPECT_TRUE(addresses(table.rows[8][3]).empty());
  EXPECT_TRUE(table.rows[3][2].bold);
  ASSERT_NE(table.rows[8][4].fact, nullptr) << "a blank zero keeps its fact";
  EXPECT_EQ(table.row_keys[3], "合计");
  EXPECT_EQ(table.row_keys[6], "2080101");
}

TEST(Table, HeadsAreATreeOfAnyDepth) {
  const Composed composed = compose_table(
      "标题: 深\n列:\n"
      "  - {键: 甲, 标题: [支出, 财政拨款, 一般公共预算, 基本支出], 类型: 金额, 宽: 21.5}\n"
      "  - {键: 乙, 标题: [支出, 财政拨款, 一般公共预算, 项目支出], 类型: 金额}\n"
      "  - {键: 丙, 标题: [支出, 财政拨款, 政府性基金], 类型: 金额}\n"
      "  - {键: 丁, 标题: [支出, 其他], 类型: 金额}\n"
      "  - {键: 戊, 标题: [备注], 类型: 文字}\n"
      "行: [{甲: 零}]\n页面: 横向\n");
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(table.header_rows, 4);
  EXPECT_EQ(row_texts(table, 0), (Lines{"支出", "-", "-", "-", "备注"}));
  EXPECT_EQ(row_texts(table, 1), (Lines{"财政拨款", "-", "-", "其他", "-"}));
  EXPECT_EQ(row_texts(table, 2), (Lines{"一般公共预算", "-", "政府性基金", "-", "-"}));
  EXPECT_EQ(row_texts(table, 3), (Lines{"基本支出", "项目支出", "-", "-", "-"}));
  EXPECT_EQ(table.rows[2][2].row_span, 2);
  EXPECT_EQ(table.rows[1][3].row_span, 3);
  EXPECT_EQ(table.rows[0][4].row_span, 4);
  EXPECT_EQ(table.orientation, Orientation::Landscape);
  EXPECT_EQ(table.columns[0].width_mm, 21.5);
}

TEST(Table, CodesMayStandInOneColumnALevel) {
  const Composed composed = compose_table(
      "标题: 三栏\n列:\n"
      "  - {键: 类, 标题: [编码, 类], 类型: 编码, 取: '编码段(编码, 类)'}\n"
      "  - {键: 款, 标题: [编码, 款], 类型: 编码, 取: '编码段(编码, 款)'}\n"
      "  - {键: 项, 标题: [编码, 项], 类型: 编码, 取: '编码段(编码, 项)'}\n"
      "  - {键: 小计, 标题: [金额], 类型: 金额, 取: 金额}\n"
      "行: [{类: 合计, 跨: {类: 3}, 小计: 支出合计, 合计: 是}, {逐行: 支出.逐行}]\n");
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(row_texts(table, 2), (Lines{"合计", "-", "-", "1,050.00"}));
  EXPECT_EQ(row_texts(table, 3), (Lines{"208", "", "", "1,050.00"}));
  EXPECT_EQ(row_texts(table, 4), (Lines{"208", "01", "", "1,000.00"}));
  EXPECT_EQ(row_texts(table, 5), (Lines{"208", "01", "01", "1,000.00"}));
  EXPECT_EQ(table.rows[3][3].sum_of.size(), 2U) << "the levels still add up";
}

TEST(Table, ShowsTheLevelsThePackAsksFor) {
  std::string yaml = kSubjects;
  yaml.replace(yaml.find("逐行: 支出.逐行"), std::string("逐行: 支出.逐行").size(),
               "逐行: '筛(支出.逐行, 级次(编码) = ''项'')'");
  const Composed composed = compose_table(yaml);
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  ASSERT_EQ(table.rows.size(), 6U);
  EXPECT_EQ(row_texts(table, 4)[0], "2080101");
  EXPECT_EQ(row_texts(table, 5)[0], "2080505");
  EXPECT_EQ(table.rows[5][1].indent, 0) << "nothing above it is shown";
  EXPECT_EQ(table.rows[3][3].sum_of.size(), 2U) << "the total is the sum of what is shown";
}

TEST(Table, AZeroIsBlankOrPrintedAsThePackSays) {
  constexpr const char* kZero =
      "标题: 零\n列: [{键: 甲, 类型: 金额}, {键: 乙, 类型: 数量}]\n行: [{甲: 零, 乙: 年度 - 年度}]\n";
  const std::string start =
      "名称: 小\n编号: ['{数}', '{数}', '{数}', '{数}', '{数}']\n标题: 甲\n文件名: 甲\n工作簿名: 乙\n";
  const auto row = [&](const std::string& settings) {
    const Composed composed = compose_small(
        {{"disclosure.txt", "# 表\n@表 甲\n"}, {"tables/甲.yaml", kZero}, {"pack.yaml", start + settings}});
    EXPECT_EQ(composed.codes(), Lines{});
    return row_texts(composed.block<Table>(1), 0);
  };
  EXPECT_EQ(row(""), (Lines{"", ""}));
  EXPECT_EQ(row("数字: {表零值: 零}\n"), (Lines{"0.00", "0"}));
  EXPECT_EQ(row("数字: {表零值: 零, 表小数: 0}\n"), (Lines{"0", "0"}));
}

TEST(Table, ASumThatDoesNotAgreeIsAnError) {
  std::string yaml = kSubjects;
  yaml.replace(yaml.find("小计: 支出合计"), std::string("小计: 支出合计").size(), "小计: 少一些");
  const Composed composed = compose_table(yaml);
  EXPECT_EQ(composed.codes(), (Lines{"E0602", "E0602"})) << "down the column and across the row";
  EXPECT_EQ(composed.diagnostics().items()[0].group, "公开05表");
  EXPECT_NE(composed.diagnostics().items()[0].message.find("少一些"), std::string::npos);
  EXPECT_EQ(composed.diagnostics().items()[0].span.line, 13U);
}

TEST(Table, TheAccountingSystemsOwnTotalNeedNotAgree) {
  const Composed composed = compose_table(kSubjects, {authored_map("核对", {authored_amount("支出合计", 10'500'100)})});
  EXPECT_EQ(composed.codes(), Lines{});
  const Cell& total = composed.block<Table>(2).rows[3][2];
  EXPECT_EQ(plain_text(total.runs), "1,050.01");
  EXPECT_TRUE(total.fact->given);
}

TEST(Table, RowsMayDependOnACondition) {
  const Composed composed = compose_table(
      "标题: 甲\n列: [{键: 名称}, {键: 辆数, 类型: 数量}]\n"
      "行: [{名称: 有, 辆数: 年度}, {如果: 支出合计 = 0, 名称: 无}, {名称: '{单位.名称}', 缩进: 1}]\n");
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(row_texts(table, 0), (Lines{"有", "2024"}));
  EXPECT_EQ(table.rows[0][1].kind, CellKind::Count);
  EXPECT_EQ(row_texts(table, 1), (Lines{"示范中心", ""}));
  EXPECT_EQ(table.rows[1][0].indent, 1);
  EXPECT_EQ(table.rows[1][1].kind, CellKind::Blank);
}

TEST(Table, NotesAreThePacksThenTheUnits) {
  const Composed composed = compose_table(
      kSubjects,
      {authored_map("表注", {authored_list("公开05表", {"含{支出合计}万元"}), authored_list("公开06表", {"别的表"})})});
  const auto& notes = composed.block<Table>(2).notes;
  EXPECT_EQ(composed.codes(), Lines{});
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(plain_text(notes[0]), "注：本表反映支出情况。");
  EXPECT_EQ(plain_text(notes[1]), "含1050万元");
}

TEST(Table, AnEmptyTableKeepsItsHeadAndSaysSo) {
  std::string yaml = kSubjects;
  const auto replace = [&](const std::string& from, const std::string& to) {
    yaml.replace(yaml.find(from), from.size(), to);
  };
  replace("小计: 支出合计, 基本: 基本支出, 项目: 项目支出", "小计: 零, 基本: 零, 项目: 零");
  replace("逐行: 支出.逐行", "逐行: '筛(支出.逐行, 金额 = 零)'");
  const Composed composed = compose_table(yaml);
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(table.rows.size(), 4U);
  ASSERT_EQ(table.notes.size(), 2U);
  EXPECT_EQ(plain_text(table.notes[1]), "本表无数据。");
}

constexpr const char* kPanels = R"(表号: 公开01表
标题: 总表
栏次: 是
并列:
  - 列:
      - {键: 项目, 标题: [收入, 项目], 类型: 文字}
      - {键: 行次, 标题: [收入, 行次], 类型: 行次}
      - {键: 金额, 标题: [收入, 金额], 类型: 金额}
    行:
      - {键: 拨款, 项目: 一、拨款, 金额: 支出合计}
      - {补至: 3}
      - {键: 总计, 项目: 总计, 金额: 支出合计, 求和: [拨款]}
  - 列:
      - {键: 项目, 标题: [支出, 项目], 类型: 文字}
      - {键: 行次, 标题: [支出, 行次], 类型: 行次}
      - {键: 金额, 标题: [支出, 金额], 类型: 金额}
    行:
      - {键: '208', 项目: 社保, 金额: 支出.208}
末行: [[{文: 合计, 跨: 2}, {取: 支出合计, 求和: [拨款]}, {文: 支出, 跨: 2, 对齐: 中}, {取: 支出.208, 求和: ['208']}]]
)";

TEST(Table, PanelsStandSideBySide) {
  const Composed composed = compose_table(kPanels);
  const auto& table = composed.block<Table>(2);
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(row_texts(table, 0), (Lines{"收入", "-", "-", "支出", "-", "-"}));
  EXPECT_EQ(row_texts(table, 2), (Lines{"栏次", "", "1", "栏次", "", "2"}));
  EXPECT_EQ(row_texts(table, 3), (Lines{"一、拨款", "1", "1,050.00", "社保", "5", "1,050.00"}));
  EXPECT_EQ(row_texts(table, 4), (Lines{"", "2", "", "", "6", ""}));
  EXPECT_EQ(row_texts(table, 6), (Lines{"总计", "4", "1,050.00", "", "8", ""}));
  EXPECT_EQ(row_texts(table, 7), (Lines{"合计", "-", "1,050.00", "支出", "-", "1,050.00"}));
  ASSERT_EQ(table.rows[7][5].sum_of.size(), 1U);
  EXPECT_EQ(table.rows[7][5].sum_of[0].row, 3);
  EXPECT_EQ(table.rows[7][5].sum_of[0].column, 5);
}

TEST(FindCell, GoesByTableRowAndColumn) {
  const Composed subjects = compose_table(kSubjects);
  const Document& document = subjects.document();
  const Cell* cell = find_cell(document, "公开05表", "208", "小计");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(plain_text(cell->runs), "1,050.00");
  EXPECT_EQ(find_cell(document, "甲", "行政运行", "项目支出"), find_cell(document, "公开05表", "2080101", "项目"));
  EXPECT_EQ(find_cell(document, "公开05表", "209", "小计"), nullptr);
  EXPECT_EQ(find_cell(document, "公开05表", "208", "大计"), nullptr);
  EXPECT_EQ(find_cell(document, "公开06表", "208", "小计"), nullptr);
}

TEST(FindCell, TakesTheColumnOfTheLabelsPanel) {
  const Composed panels = compose_table(kPanels);
  const Cell* cell = find_cell(panels.document(), "公开01表", "社保", "金额");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->fact->name, "支出.208");
}

TEST(Form, SeesTheElementOfTheLoopAroundIt) {
  const Composed composed =
      compose_small({{"disclosure.txt", "@每个 支出.逐行 作 科目\n@如果 级次(科目.编码) = '款'\n@表单 单\n@完\n@完\n"},
                     {"forms/单.yaml",
                      "标题: '{科目.名称}表'\n列宽: [20, 30, 30]\n行:\n"
                      "  - [{文: 编码, 头: 是}, {文: '{科目.编码}', 跨列: 2}]\n"
                      "  - 逐行: 筛(支出.逐行, 级次(编码) = '项')\n    作: 项\n"
                      "    行: [[{文: '{序号}'}, {文: '{项.名称}'}, {取: 项.金额}]]\n"}});
  EXPECT_EQ(composed.codes(), Lines{});
  ASSERT_EQ(composed.lines().size(), 2U);
  const auto& form = composed.block<Table>(1);
  EXPECT_EQ(form.role, TableRole::Form);
  EXPECT_EQ(form.title, "行政事业单位养老支出表");
  EXPECT_EQ(row_texts(form, 0), (Lines{"编码", "20805", "-"}));
  EXPECT_EQ(row_texts(form, 1), (Lines{"1", "行政运行", "1,000.00"}));
  EXPECT_EQ(form.rows[1][2].kind, CellKind::Amount);
  EXPECT_EQ(form.columns[1].width_mm, 30);
}

}  // namespace
}  // namespace gongkai
