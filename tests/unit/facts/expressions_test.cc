// The expression language over a ledger: arithmetic, absence, selections, scopes, lists.
#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kBody =
    "收入:\n  一般公共预算: {2080101: 100, 2101101: 20}\n  事业收入: {2080109: 8}\n"
    "支出:\n  一般公共预算:\n    208: {用途: 保障运转}\n    2080101: {基本支出: 60, 项目支出: 40}\n"
    "    2101101: {基本支出: 20}\n  非财政拨款: {2080109: {经营支出: 8}}\n"
    "经济分类: {基本支出: {30101: 70, 30201: 10}}\n"
    "国有资产: {车辆: {应急保障用车: 2, 其他用车: 1}, 其他用车说明: 接送, 百万元以上设备: 3}\n"
    "三公经费:\n  公务接待费:\n    预算: 2\n    决算: 1.6\n"
    "    国内: {批次: 12, 人次: 96, 用途: 交流}\n    外宾: {金额: 0.3, 批次: 1, 人次: 4, 用途: 来访}\n";

TEST(Expressions, ArithmeticIsExact) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("0.1万元 + 0.2万元 = 0.3万元"), "是");
  EXPECT_EQ(book.value("10万元 × 1 / 3 × 3"), "10");
  EXPECT_EQ(book.value("1 ÷ 3 + 1 ÷ 3 + 1 ÷ 3 = 1"), "是");
  EXPECT_EQ(book.value("舍入(2 ÷ 3, 2)"), "0.67");
  EXPECT_EQ(book.value("绝对值(经营收入 - 本年收入合计)"), "128");
  EXPECT_EQ(book.value("最大(基本支出, 项目支出) = 基本支出"), "是");
  EXPECT_EQ(book.value("财政拨款收入 ÷ 本年收入合计"), "93.8%");
}

TEST(Expressions, DivisionByZeroDoesNotExist) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("基本支出 ÷ 上缴上级支出"), "∅");
  EXPECT_EQ(book.value("存在(基本支出 ÷ 上缴上级支出)"), "否");
  EXPECT_EQ(book.value("缺省(基本支出 ÷ 上缴上级支出, 50%)"), "50%");
}

TEST(Expressions, WhatDoesNotExistMakesArithmeticAbsentAndComparisonsFalse) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("收支总计 - 收支总计.上年"), "∅");
  EXPECT_EQ(book.value("收支总计.上年 = 0"), "否");
  EXPECT_EQ(book.value("收支总计.上年 ≠ 0"), "否");
  EXPECT_EQ(book.value("收支总计.较上年.情形 = '无基数'"), "是");
  EXPECT_EQ(book.value("如果 收支总计.上年 > 0 则 1万元"), "∅");
}

TEST(Expressions, SelectionsSumTheBooks) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("支出[资金: 财政拨款, 编码: 208]"), "100");
  EXPECT_EQ(book.value("支出[资金: 全部, 编码: 208]"), "108");
  EXPECT_EQ(book.value("支出[列: 基本支出、经营支出]"), "88");
  EXPECT_EQ(book.value("收入[来源: 非财政拨款]"), "8");
  EXPECT_EQ(book.value("经济分类[编码: 301、302]"), "80");
  EXPECT_EQ(book.value("支出[编码: 299]"), "0");
}

TEST(Expressions, MissingLedgerFiguresAreZeroAndBasesUnknown) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("账(政府采购.货物)"), "0");
  EXPECT_EQ(book.value("账基(政府采购.货物)"), "∅");
  EXPECT_EQ(book.value("有账(三公经费.公务接待费)"), "是");
  EXPECT_EQ(book.value("单位账(名称)"), "示范中心");
  EXPECT_EQ(book.value("单位账(联系方式.电话)"), "∅");
}

TEST(Expressions, ListsAreFilteredCountedAndJoined) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("计数(国有资产.车辆.分类, 非 为零)"), "2");
  EXPECT_EQ(book.value("和(国有资产.车辆.分类, 辆数)"), "3");
  EXPECT_EQ(book.value("连(筛(国有资产.车辆.分类, 辆数 > 0), 拼(名称, 辆数, '辆'), '、')"),
            "应急保障用车2辆、其他用车1辆");
  EXPECT_EQ(book.value("首(支出.逐行, 编码)"), "208");
  EXPECT_EQ(book.value("末(支出.逐行, 编码)"), "2101101");
  EXPECT_EQ(book.value("计数(筛(支出.逐行, 编码 = '999'))"), "0");
}

TEST(Expressions, ComputedNamesFollowTheElement) {
  TestBook book(kBody);
  EXPECT_EQ(book.value("和(筛(支出.逐行, 级次 = '类'), 支出.全部.[编码])"), "128");
  EXPECT_EQ(book.value("连(筛(本年收入合计.结构, 非 为零), [名称].占比, '、')"), "93.8%、6.3%");
}

TEST(Scopes, InnerNamesHideOuterOnesAndOrdinalsCount) {
  TestBook book(kBody);
  const auto& rows = book.list("支出.一般公共预算.逐行");
  Scope outer;
  outer.element = &rows.front();
  outer.name = "行";
  outer.ordinal = 1;
  Scope inner;
  inner.outer = &outer;
  inner.element = &rows.back();
  inner.ordinal = 4;
  const auto value = [&](const std::string& text) {
    const ExprPtr expr = parse_expression(text, Span{}, book.diagnostics);
    const Fact* fact = book.book().evaluate(*expr, &inner, book.diagnostics);
    return fact == nullptr ? std::string("?") : print_in_prose(*fact, book.style);
  };
  EXPECT_EQ(value("编码"), rows.back().find("编码")->text()[0]);
  EXPECT_EQ(value("行.编码"), "208");
  EXPECT_EQ(value("支出.全部.[行.编码]"), "108");
  EXPECT_EQ(value("序号"), "4");
  EXPECT_EQ(value("行.序号"), "1");
  EXPECT_EQ(value("收支总计"), "128");
}

TEST(Scopes, APlainNameIsTheFactItself) {
  TestBook book(kBody);
  const ExprPtr expr = parse_expression("收支总计", Span{}, book.diagnostics);
  EXPECT_EQ(book.book().evaluate(*expr, nullptr, book.diagnostics), book.find("收支总计"));
}

TEST(Scopes, AnUnknownNameIsReportedAtItsPlace) {
  TestBook book(kBody);
  const ExprPtr expr = parse_expression("收支总记", Span{0, 7, 3, 1}, book.diagnostics);
  EXPECT_EQ(book.book().evaluate(*expr, nullptr, book.diagnostics), nullptr);
  ASSERT_EQ(book.codes(), (Texts{"E0402"}));
  EXPECT_EQ(book.diagnostics.items().front().span.line, 7u);
}

TEST(Reception, DomesticIsWhatTheOthersLeave) {
  TestBook book(kBody);
  EXPECT_EQ(book.text("三公经费.公务接待费.国内.金额"), "1.3");
  EXPECT_EQ(book.text("三公经费.公务接待费.国内含外宾.人次"), "100");
  EXPECT_EQ(book.text("三公经费.公务接待费.合计.批次"), "13");
}

TEST(Subjects, TextsNamesAndLevels) {
  TestBook book(kBody);
  EXPECT_EQ(book.text("支出.一般公共预算.208.用途"), "保障运转");
  EXPECT_EQ(book.value("级次(20801)"), "款");
  EXPECT_EQ(book.value("全称(2101101)"), "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）");
  EXPECT_EQ(book.column("支出.逐行", "编码"), (Texts{"208", "20801", "2080101", "2080109", "210", "21011", "2101101"}));
}

TEST(Glossary, HasExactlyTheSubjectsTheTablesUse) {
  TestBook book(kBody);
  EXPECT_EQ(book.column("名词解释.科目", "编码"), (Texts{"2080101", "2101101"}));
}

TEST(Glossary, TermsComeFromThePackAndTheUnitMayChangeThem) {
  BookSettings settings;
  settings.glossary = {
      {"基本支出", "指保障运转的支出"}, {"经营支出", "指经营活动的支出"}, {"2080101", "反映{单位.名称}的支出"}};
  settings.glossary_order = {"经营支出", "基本支出"};
  TestBook book(
      {ledger_text(std::string(kBody) + "名词解释: {经营支出: 不列, 网上办理率: 指网上办结的比例}\n"), "", ""},
      settings);
  EXPECT_EQ(book.column("名词解释.词条", "名称"), (Texts{"基本支出"}));
  EXPECT_EQ(book.column("名词解释.其他", "名称"), (Texts{"网上办理率"}));
  EXPECT_EQ(book.column("名词解释.科目", "释义"), (Texts{"反映示范中心的支出", "∅"}));
}

TEST(Options, TheUnitChoosesElseThePack) {
  BookSettings settings;
  settings.options = {{"科目级次", "类款项"}};
  TestBook defaulted({ledger_text(kBody), "", ""}, settings);
  EXPECT_EQ(defaulted.text("选项.科目级次"), "类款项");
  TestBook chosen({ledger_text(kBody), "", "", std::string(kTestUnit) + "选项: {科目级次: 项}\n"}, settings);
  EXPECT_EQ(chosen.text("选项.科目级次"), "项");
}

TEST(Evaluation, ACircleIsAnErrorNotACrash) {
  TestBook book({ledger_text(kBody), "", "事实: {甲: 乙 + 1万元, 乙: 甲 - 1万元}\n"});
  EXPECT_FALSE(book.exists("甲"));
  ASSERT_EQ(book.codes(), (Texts{"E0401"}));
  EXPECT_NE(book.diagnostics.items().front().message.find("甲 → 乙 → 甲"), std::string::npos);
}

TEST(Evaluation, AVeryLongChainIsAnErrorNotACrash) {
  std::string facts = "事实:\n";
  for (int i = 0; i < 2000; ++i) facts += "  链" + std::to_string(i) + ": 链" + std::to_string(i + 1) + "\n";
  TestBook book({ledger_text(kBody), "", facts + "  链2000: 1万元\n"});
  EXPECT_FALSE(book.exists("链0"));
  EXPECT_EQ(book.codes().front(), "E0401");
}

const std::string kProject =
    std::string(kBody) +
    "业务数据: {新增参保: {值: 18, 单位: 人}}\n"
    "项目绩效:\n  - 项目: 甲项目\n    级别: 二级项目\n    预算数: 50\n    执行数: 40\n    完成情况: 已完成\n"
    "    年度目标: 完成任务\n    指标:\n"
    "      - {一级: 产出指标, 二级: 数量指标, 三级: 参保, 方向: 大于等于, 目标: 20, 单位: 人, 引用: 新增参保, 分值: "
    "40}\n"
    "      - {一级: 成本指标, 二级: 经济成本指标, 三级: 成本, 方向: 小于等于, 目标: 12, 实际: 15, 单位: 万元, 分值: "
    "40, 偏差原因: 涨价}\n";

TEST(Projects, ScoresFollowFromTheirRecord) {
  const TestBook book(kProject);
  EXPECT_EQ(book.text("项目绩效.甲项目.执行率"), "80%");
  EXPECT_EQ(book.text("项目绩效.甲项目.执行率得分"), "16");
  EXPECT_EQ(book.text("项目绩效.甲项目.指标.参保.实际"), "18人");
  EXPECT_EQ(book.text("项目绩效.甲项目.指标.参保.得分"), "36");
  EXPECT_EQ(book.text("项目绩效.甲项目.指标.成本.得分"), "32");
  EXPECT_EQ(book.text("项目绩效.甲项目.总分"), "84");
  EXPECT_EQ(book.text("项目绩效.甲项目.等次"), "良");
  EXPECT_EQ(book.text("项目绩效.甲项目.偏差原因"), "涨价");
  EXPECT_EQ(book.text("项目绩效.等次.良"), "1");
  EXPECT_EQ(book.text("项目绩效.一般公共预算.占项目支出"), "100%");
}

TEST(Projects, HaveNoTotalWhereNothingIsScored) {
  const std::string unscored = "事实: {评分.执行率分值: {类型: 数, 式: '0', 说: 不打分}}\n";
  const TestBook book({ledger_text(kProject), "", unscored});
  EXPECT_EQ(book.text("项目绩效.甲项目.指标得分"), "68");
  EXPECT_EQ(book.text("项目绩效.甲项目.总分"), "∅") << "points that are not out of a hundred are no result";
}

}  // namespace
}  // namespace gongkai
