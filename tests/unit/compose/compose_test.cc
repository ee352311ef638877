#include "compose/compose.h"

#include <gtest/gtest.h>

#include "compose_fixture.h"

namespace gongkai {
namespace {

using Lines = std::vector<std::string>;

TEST(Compose, NamesTheDocumentAndItsFiles) {
  const Composed composed = compose_small({{"disclosure.txt", "@封面\n@目录\n正文\n"}});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.document().title, "示范中心2024年度公开");
  EXPECT_EQ(composed.document().file_name, "示范中心／2024");
  EXPECT_EQ(composed.document().author, "示范中心");
  EXPECT_EQ(composed.document().year, 2024);
  EXPECT_EQ(composed.lines(), (Lines{"[封面]", "[目录]", "正文"}));
  EXPECT_EQ(composed.block<Cover>(0).lines.size(), 1U) << "an empty line is left out";
}

TEST(Compose, RefusesOptionsThePackDoesNotDeclare) {
  const Composed composed =
      compose_small({{"disclosure.txt", "正文\n"}}, {},
                    {authored_map("选项", {authored_text("科目级别", "项"), authored_text("科目级次", "款")})});
  EXPECT_EQ(composed.codes(), (Lines{"E0608", "E0608"}));
  EXPECT_EQ(composed.diagnostics().items()[0].hint, "是不是“科目级次”？");
  EXPECT_EQ(composed.diagnostics().items()[1].hint, "可以写：类款项、项");
}

TEST(Prose, ValuesKeepTheirFacts) {
  const Composed composed = compose_small({{"disclosure.txt", "支出{支出合计}万元。\n"}});
  const Runs& runs = composed.block<Paragraph>(0).runs;
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[1].text, "1050");
  ASSERT_NE(runs[1].fact, nullptr);
  EXPECT_EQ(runs[1].fact->name, "支出合计");
  EXPECT_EQ(runs[0].fact, nullptr);
}

TEST(Prose, NumbersOnlyWhatIsPrinted) {
  const Composed composed = compose_small({{"disclosure.txt",
                                            "# 甲\n## 一\n@如果 支出合计 = 0\n## 没有\n@否则\n## 二\n@完\n"
                                            "@每个 支出.逐行\n#### {名称}支出{金额}万元。\n@完\n# 乙\n## 三\n"}});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.lines(), (Lines{"第一部分　甲", "一、一", "二、二", "1. 社会保障和就业支出支出1050万元。",
                                     "2. 人力资源和社会保障管理事务支出1000万元。", "3. 行政运行支出1000万元。",
                                     "4. 行政事业单位养老支出支出50万元。", "5. 基本养老保险缴费支出支出50万元。",
                                     "第二部分　乙", "一、三"}));
  EXPECT_TRUE(composed.block<Heading>(0).new_page);
  EXPECT_TRUE(composed.block<Heading>(1).in_contents);
  EXPECT_EQ(composed.block<Heading>(2).anchor, "s1.2");
  EXPECT_EQ(composed.block<Heading>(9).anchor, "s2.1");
}

TEST(Prose, JoinsPiecesWithSeparatorsBetweenThoseThatPrint) {
  const Composed composed =
      compose_small({{"disclosure.txt",
                      "@段\n其中：\n@每个 支出.逐行 作 行 间隔 “；”\n@如果 级次(行.编码) = '项'\n"
                      "{行.名称}{金额}万元\n@完\n@完\n。\n@完\n@段\n@如果 支出合计 = 0\n无\n@完\n@完\n"}});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.lines(), (Lines{"其中：行政运行1000万元；基本养老保险缴费支出50万元。"}));
}

TEST(Prose, AFactThatDoesNotExistIsAnErrorAtItsPlace) {
  const Composed composed =
      compose_small({{"disclosure.txt", "甲\n支出{没有}万元。\n@如果 存在(没有)\n{没有}\n@完\n"}});
  EXPECT_EQ(composed.codes(), Lines{"E0601"});
  EXPECT_EQ(composed.diagnostics().items()[0].span.line, 2U);
  EXPECT_NE(composed.diagnostics().items()[0].hint.find("存在(没有)"), std::string::npos);
}

TEST(Prose, AuthoredTextsAreExpandedAndKeepTheQuotedFact) {
  const Composed composed =
      compose_small({{"disclosure.txt", "因为{说明}。\n"}}, {authored_text("说明", "支出达到{支出合计}万元")});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.lines(), Lines{"因为支出达到1050万元。"});
  bool quoted = false;
  for (const gongkai::Run& run : composed.block<Paragraph>(0).runs) {
    quoted = quoted || (run.fact != nullptr && run.fact->name == "支出合计");
  }
  EXPECT_TRUE(quoted);
}

TEST(Prose, MarksThatMeetAreAnError) {
  const Composed composed = compose_small({{"disclosure.txt", "因为{说明}。\n"}}, {authored_text("说明", "减少。")});
  EXPECT_EQ(composed.codes(), Lines{"E0604"});
}

TEST(LongText, KeepsTheAuthorsNumbersBelowTheHeading) {
  const Composed composed =
      compose_small({{"disclosure.txt", "# 概况\n## 职责\n@长文 正文\n## 后\n"}},
                    {authored_lines("正文", {"主要职责是：", "1. 经办业务；", "（一）内设机构", "共三个。"})});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.lines(), (Lines{"第一部分　概况", "一、职责", "主要职责是：", "1. 经办业务；", "（一）内设机构",
                                     "共三个。", "二、后"}));
  EXPECT_EQ(composed.block<Paragraph>(3).kind, ParagraphKind::NumberedBody);
  EXPECT_EQ(composed.block<Heading>(4).level, 3);
  EXPECT_FALSE(composed.block<Heading>(4).in_contents);
  EXPECT_NE(composed.block<Heading>(4).anchor, composed.block<Heading>(1).anchor);
}

TEST(LongText, EveryHeadingHasItsOwnAnchor) {
  const Composed composed = compose_small({{"disclosure.txt", "# 概况\n#### 一条。\n@长文 正文\n@长文 正文\n"}},
                                          {authored_lines("正文", {"（一）内设机构"})});
  EXPECT_EQ(composed.block<Heading>(2).level, 3);
  EXPECT_NE(composed.block<Heading>(2).anchor, composed.block<Heading>(3).anchor);
}

TEST(LongText, MustBeWritten) {
  const Composed composed = compose_small({{"disclosure.txt", "甲\n@长文 正文\n"}});
  EXPECT_EQ(composed.codes(), Lines{"E0601"});
  EXPECT_EQ(composed.diagnostics().items()[0].span.line, 2U);
}

TEST(LongText, TakesTheEnginesNumbersAtAGivenLevel) {
  const Composed composed =
      compose_small({{"disclosure.txt", "# 重点\n## 前\n@长文 正文 级 2\n"}},
                    {authored_lines("正文", {"一、抓扩面", "新增参保。", "（二）细处", "三、优服务"})});
  EXPECT_EQ(composed.lines(),
            (Lines{"第一部分　重点", "一、前", "二、抓扩面", "新增参保。", "（一）细处", "三、优服务"}));
}

TEST(LongText, RowsOfBarsAreATable) {
  const Composed composed =
      compose_small({{"disclosure.txt", "@长文 正文\n"}},
                    {authored_lines("正文", {"见下表：", "| 名称 | 数 |", "|---|---|", "| 甲 | {支出合计} |"})});
  EXPECT_EQ(composed.lines().size(), 2U);
  const auto& table = composed.block<Table>(1);
  EXPECT_EQ(table.header_rows, 1);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(row_texts(table, 1), (Lines{"甲", "1050"}));
}

TEST(LongText, InASentenceItIsOnePieceWithoutItsLastStop) {
  const Composed composed =
      compose_small({{"disclosure.txt", "完成情况：{正文}。\n"}}, {authored_lines("正文", {"甲。", "乙。"})});
  EXPECT_EQ(composed.codes(), Lines{});
  EXPECT_EQ(composed.lines(), Lines{"完成情况：甲。乙。"});
}

constexpr const char* kCharts = R"(变动:
  类型: 柱形
  图题: '图{图序}：变动情况'
  点: [{名: 上年, 值: 没有}, {名: '{年度}年度', 值: 支出合计}]
结构:
  类型: 饼形
  图题: '图{图序}：结构'
  逐项: 筛(支出.逐行, 级次(编码) = '项')
  名: '{名称}'
  值: 金额
  份额: 金额.占比
空图: {类型: 饼形, 图题: '图{图序}', 点: [{名: 甲, 值: 零}]}
平图: {类型: 柱形, 图题: '图{图序}', 点: [{名: 甲, 值: 零}, {名: 乙, 值: 零}]}
)";

TEST(Chart, LeavesOutWhatDoesNotExistAndNumbersWhatIsDrawn) {
  const Composed composed =
      compose_small({{"disclosure.txt", "@图 变动\n@图 空图\n@图 平图\n@图 结构\n"}, {"charts.yaml", kCharts}});
  EXPECT_EQ(composed.codes(), (Lines{"N0606", "N0606"}));
  EXPECT_EQ(composed.lines(), (Lines{"[图 图1：变动情况]", "[图 图2：结构]"}));
  const auto& columns = composed.block<Chart>(0);
  ASSERT_EQ(columns.points.size(), 1U);
  EXPECT_EQ(columns.points[0].value_text, "1050万元");
  EXPECT_EQ(columns.alternative, "图1：变动情况：2024年度1050万元。");
  const auto& pie = composed.block<Chart>(1);
  ASSERT_EQ(pie.points.size(), 2U);
  EXPECT_EQ(pie.points[0].share_text, "95.2%");
  EXPECT_NE(pie.points[0].share, nullptr);
}

}  // namespace
}  // namespace gongkai
