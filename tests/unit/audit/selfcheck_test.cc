// Every way a self-check list can look at finished work: a document that is right gets “是”, one that is not gets “否”.
#include "audit/selfcheck.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "../facts/test_book.h"
#include "audit/document_view.h"

namespace gongkai {
namespace {

constexpr const char* kLedger =
    "收入: {一般公共预算: {2080101: 10}}\n支出: {一般公共预算: {2080101: {基本支出: 10}}}\n"
    "经济分类: {基本支出: {30101: 10}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n"
    "项目绩效: [{项目: 业务经费, 预算数: 1, 执行数: 1, 完成情况: 好, 自评得分: 95}]\n";

const TestBook& ledger_book() {
  static const TestBook book(std::string(kLedger) + "自查: {8: 是, 9: {答: 否, 备注: 没有}}\n");
  return book;
}

Block heading(int level, const std::string& text) {
  return {Heading{.level = level, .runs = {{.text = text}}, .anchor = text}};
}

Cell cell(const std::string& text, const Fact* fact = nullptr) {
  Cell made;
  made.runs = {{.text = text, .fact = fact}};
  made.fact = fact;
  if (fact != nullptr) made.kind = CellKind::Amount;
  return made;
}

/// A disclosure in small with everything the tests below ask for.
class Finished {
 public:
  Finished() {
    fact_.value = Money::from_fen(10'000'000);
    Table table{.id = "公开05", .title = "支出决算表", .columns = {{"编码"}, {"金额"}}};
    table.sheet_name = "公开05";
    table.rows = {{cell("2080101"), cell("10.00", &fact_)}, {cell("政府性基金预算财政拨款"), cell("")}};
    Table empty{.id = "公开07", .title = "基金表", .columns = {{"金额"}}};
    empty.sheet_name = "公开07";
    empty.rows = {{cell("")}};
    empty.notes = {{{.text = "没有政府性基金，本表无数据"}}};
    document.blocks = {
        {Cover{}},
        {Contents{}},
        heading(1, "单位概况"),
        heading(2, "主要职能"),
        {Paragraph{.runs = {{.text = "与上年相比增加"}, {.text = "10", .fact = &fact_}, {.text = "万元"}}}},
        {std::move(table)},
        {std::move(empty)},
        {Chart{.id = "收入结构"}},
        heading(1, "附件"),
        {Paragraph{.runs = {{.text = "业务经费自评表"}}}}};
  }

  Table& table(std::size_t block) { return std::get<Table>(document.blocks[block].content); }
  Runs& sentence() { return std::get<Paragraph>(document.blocks[4].content).runs; }

  Document document;
  Diagnostics problems;
  Fact fact_;
};

/// The answers to `items`, the lines below 条目.
std::vector<SelfCheckAnswer> answer(const std::string& items, const Finished& finished, SelfCheckList& list) {
  const MemoryWorld world({{"/templates/样/selfcheck.yaml", "标题: 自查表\n附件: 是\n条目:\n" + items}});
  Sources sources;
  Diagnostics wrong;
  const auto loaded = load_self_check(world, {"样"}, ledger_book().catalog, sources, wrong);
  EXPECT_FALSE(wrong.has_errors()) << render_text(wrong, sources);
  list = loaded.value_or(SelfCheckList());
  Diagnostics misplaced;
  return answer_self_check(list, {finished.document, nullptr, ledger_book().book(), finished.problems}, misplaced);
}

struct Judged {
  const char* test;
  std::function<void(Finished&)> spoil;  ///< empty: nothing can be spoilt, the test says no by itself
};

std::ostream& operator<<(std::ostream& out, const Judged& judged) {
  return out << judged.test;
}

class MachineItem : public testing::TestWithParam<Judged> {};

TEST_P(MachineItem, SaysYesToTheRightOneAndNoToTheSpoilt) {
  const std::string item = std::string("  1: {组: 甲, 文: 乙, 类: 全, 判: [{") + GetParam().test + "}]}\n";
  Finished finished;
  SelfCheckList list;
  const auto right = answer(item, finished, list);
  ASSERT_EQ(right.size(), 1U);
  EXPECT_EQ(right[0].answer, Answer::Yes) << right[0].evidence;
  GetParam().spoil(finished);
  const auto wrong = answer(item, finished, list);
  EXPECT_EQ(wrong[0].answer, Answer::No);
  EXPECT_FALSE(wrong[0].good);
  EXPECT_FALSE(wrong[0].evidence.empty());
}

void drop_table(Finished& f) {
  f.document.blocks.erase(f.document.blocks.begin() + 5);
}

INSTANTIATE_TEST_SUITE_P(
    Tests, MachineItem,
    testing::Values(
        Judged{"章节依次: [封面, 目录, 概况, 附件]",
               [](Finished& f) { f.document.blocks.erase(f.document.blocks.begin()); }},
        Judged{"有章节: [职能]", [](Finished& f) { f.document.blocks[3] = heading(2, "机构"); }},
        Judged{"有表: [公开05]", drop_table},
        Judged{"工作表: [公开05, 公开07]", [](Finished& f) { f.table(6).sheet_name = "公开05"; }},
        Judged{"工作表: [公开05]", [](Finished& f) { f.table(5).sheet_name.clear(); }},
        Judged{"表有数: [公开05]", [](Finished& f) { f.fact_.value = Money(); }},
        Judged{"表到级: {表: [公开05], 位: 7}", [](Finished& f) { f.table(5).rows[0][0] = cell("20801"); }},
        Judged{"有行: {表: [公开05], 行: [政府性基金预算财政拨款]}", [](Finished& f) { f.table(5).rows.pop_back(); }},
        Judged{"空表有说明: [公开07]", [](Finished& f) { f.table(6).notes.clear(); }},
        Judged{"有图: [收入结构]", [](Finished& f) { f.document.blocks.erase(f.document.blocks.begin() + 7); }},
        Judged{"正文含: {节: [职能], 词: [相比], 之一: [增加, 减少]}",
               [](Finished& f) { f.sentence()[0].text = "相比"; }},
        Judged{"正文含: {节: [职能], 词: [相比]}", [](Finished& f) { f.sentence()[0].text = "增加"; }},
        Judged{"没有问题: [E0971, W03]", [](Finished& f) { f.problems.warning("W0360", {}, "不等"); }},
        Judged{"数字格式: {小数: 2, 百分数小数: 1}", [](Finished& f) { f.sentence()[1].text = "10.10"; }},
        Judged{"数字格式: {小数: 2}", [](Finished& f) { f.sentence()[1].text = "10.125"; }},
        Judged{"表内格式: [公开05]", [](Finished& f) { f.table(5).rows[0][1].runs[0].text = "10.0"; }},
        Judged{"列全: {列表: 项目绩效.项目, 字段: 名称, 节: 附件}",
               [](Finished& f) { f.document.blocks.back() = {Paragraph{.runs = {{.text = "自评表"}}}}; }},
        Judged{"无错写: {截止至: 截至}", [](Finished& f) { f.sentence()[0].text = "截止至年末"; }}));

TEST(SelfCheck, AConditionLooksAtTheLedger) {
  SelfCheckList list;
  const auto answers = answer(
      "  1: {组: 甲, 文: 有项目, 类: 全, 判: [{须: 项目绩效.项目数 > 0}]}\n"
      "  2: {组: 甲, 文: 有采购, 类: 全, 判: [{须: 有.政府采购}]}\n",
      Finished(), list);
  EXPECT_EQ(answers[0].answer, Answer::Yes);
  EXPECT_EQ(answers[1].answer, Answer::No);
}

TEST(SelfCheck, PagesThatWereNotMadeAreNotGood) {
  SelfCheckList list;
  EXPECT_EQ(answer("  1: {组: 甲, 文: 乙, 类: 全, 判: [{已排版: []}]}\n", Finished(), list)[0].answer, Answer::No);
}

TEST(SelfCheck, AReversedItemIsGoodWhenTheAnswerIsNo) {
  const std::string item = "  1: {组: 甲, 文: 存在问题, 类: 全, 反向: 是, 判: [{没有问题: [W03]}]}\n";
  Finished finished;
  SelfCheckList list;
  const auto clean = answer(item, finished, list);
  EXPECT_EQ(clean[0].answer, Answer::No);
  EXPECT_TRUE(clean[0].good);
  finished.problems.warning("W0360", {}, "不等");
  const auto unclean = answer(item, finished, list);
  EXPECT_EQ(unclean[0].answer, Answer::Yes);
  EXPECT_FALSE(unclean[0].good);
}

TEST(SelfCheck, HalfAnsweredItemsWaitForThePerson) {
  SelfCheckList list;
  const auto answers = answer(
      "  7: {组: 甲, 文: 没有答, 类: 部分, 判: [{有表: [公开05]}]}\n"
      "  8: {组: 甲, 文: 都好, 类: 部分, 判: [{有表: [公开05]}]}\n"
      "  9: {组: 甲, 文: 人说否, 类: 人}\n"
      "  10: {组: 甲, 文: 机器说否, 类: 部分, 判: [{有表: [公开99]}]}\n",
      Finished(), list);
  EXPECT_EQ(answers[0].answer, Answer::Open);
  EXPECT_EQ(answers[1].answer, Answer::Yes);
  EXPECT_EQ(answers[2].answer, Answer::No);
  EXPECT_EQ(answers[2].remark, "没有");
  EXPECT_EQ(answers[3].answer, Answer::No);
}

TEST(SelfCheck, TheAppendixIsTheLastOneWithARowForEachItem) {
  Finished finished;
  SelfCheckList list;
  const auto answers = answer(
      "  1: {组: 甲, 文: 有表, 类: 全, 判: [{有表: [公开05]}]}\n  2: {组: 甲, 文: 人, 类: 人}\n", finished, list);
  append_self_check(list, answers, finished.document);
  const Table* table = find_table_by_id(finished.document, "自查表");
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(plain_text(table->rows[1][3].runs), "是");
  EXPECT_EQ(plain_text(table->rows[2][3].runs), "");
  const Heading* title = find_heading(finished.document, "自查表");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->number, "一、");
}

}  // namespace
}  // namespace gongkai
