// Whole ledgers that must read without a word against them.
#include <gtest/gtest.h>

#include <algorithm>

#include "read_helpers.h"

namespace gongkai {
namespace {

using test::Reading;

Reading read_example() {
  return test::read({{"示范中心/unit.yaml", test::source_text("tests/unit/input/example/unit.yaml")},
                     {"示范中心/2024.yaml", test::source_text("tests/unit/input/example/2024.yaml")}},
                    "示范中心/2024.yaml");
}

Money wan(const char* text) {
  return *parse_amount(text, LedgerUnit::WanYuan).value;
}

Money sum(const Ledger& ledger, Book book, std::string_view fund, std::string_view column = {}) {
  Money total;
  for (const LedgerEntry& entry : ledger.entries) {
    if (entry.book == book && entry.fund == fund && (column.empty() || entry.column == column)) total += entry.amount;
  }
  return total;
}

TEST(ExampleLedger, ReadsClean) {
  const Reading reading = read_example();
  EXPECT_EQ(reading.problems(Severity::Error), "");
  EXPECT_EQ(reading.problems(Severity::Warning), "");
  EXPECT_TRUE(reading.outcome.clean);
}

TEST(ExampleLedger, GivesTheBooksToTheCent) {
  const Reading reading = read_example();
  ASSERT_TRUE(reading.outcome.ledger.has_value());
  const Ledger& ledger = *reading.outcome.ledger;
  EXPECT_EQ(sum(ledger, Book::Income, "一般公共预算"), wan("982"));
  EXPECT_EQ(sum(ledger, Book::Income, "事业收入"), wan("18"));
  EXPECT_EQ(sum(ledger, Book::Expenditure, "一般公共预算"), wan("977"));
  EXPECT_EQ(sum(ledger, Book::Expenditure, "非财政拨款"), wan("31.7"));
  EXPECT_EQ(sum(ledger, Book::InitialBudget, "一般公共预算"), wan("929.5"));
  EXPECT_EQ(sum(ledger, Book::Balance, "政府性基金", "年末"), wan("5"));
  EXPECT_EQ(sum(ledger, Book::Balance, "非财政拨款", "结余分配"), wan("0.8"));
  EXPECT_EQ(sum(ledger, Book::Economic, "一般公共预算", "基本支出"), wan("832"));
  EXPECT_EQ(sum(ledger, Book::Economic, "一般公共预算", "项目支出"), wan("145"));
}

TEST(ExampleLedger, StoresShorthandsInTheirLongForm) {
  const Reading reading = read_example();
  const AuthoredValue& year = reading.outcome.ledger->year;
  EXPECT_EQ(year.at("收入.一般公共预算.2080101.金额")->amount, wan("612"));
  EXPECT_EQ(year.at("原因.财政拨款收支总计.变动原因")->text, "人员增加，人员经费相应增加");
  EXPECT_EQ(year.at("自查.41.答")->boolean, true);
  EXPECT_EQ(year.at("自定义科目.22960.名称")->text, "彩票公益金安排的支出");
  EXPECT_EQ(year.at("表注.公开05表")->children.at(0).text, "2080506 为退休人员做实职业年金");
  EXPECT_EQ(year.at("政府采购.授予中小企业.货物")->amount, wan("12"));
  EXPECT_EQ(year.at("政府采购.授予小微企业")->amount, wan("35"));
  EXPECT_EQ(year.at("业务数据.新增参保.值")->decimal, (Decimal{21360, 0}));
  const AuthoredValue& indicators = *year.at("项目绩效")->children.at(0).find("指标");
  EXPECT_EQ(indicators.children.at(0).find("目标")->kind, ValueKind::Number);
  EXPECT_EQ(indicators.children.at(3).find("目标")->kind, ValueKind::Text);
  EXPECT_EQ(indicators.children.at(3).find("完成程度")->decimal, (Decimal{80, 0}));
}

TEST(ExampleLedger, KnowsDeclaredSubjectsAndLinesOfProse) {
  const Reading reading = read_example();
  const Ledger& ledger = *reading.outcome.ledger;
  EXPECT_TRUE(ledger.subjects.find("2296002")->declared);
  EXPECT_EQ(ledger.subjects.find("2296002")->definition, "反映用于社会福利事业的彩票公益金支出");
  const AuthoredValue* use = ledger.year.at("绩效管理.结果应用");
  ASSERT_EQ(use->lines.size(), 2U);
  EXPECT_EQ(use->lines.at(1).text, "2. 对偏差较大的指标调整了目标值。");
  const std::string_view line = reading.sources.file(use->lines.at(1).span.file).line(use->lines.at(1).span.line);
  EXPECT_EQ(line, "    2. 对偏差较大的指标调整了目标值。");
  EXPECT_EQ(use->lines.at(1).span.column, 5U);
}

TEST(ExampleLedger, KeepsNotesWhenTheLedgerMoves) {
  Reading reading = read_example();
  const Ledger moved = std::move(*reading.outcome.ledger);
  for (const LedgerEntry& entry : moved.entries) {
    ASSERT_NE(entry.notes, nullptr);
    EXPECT_EQ(entry.notes->kind, ValueKind::Map);
  }
  const auto row = std::ranges::find_if(moved.entries, [](const LedgerEntry& e) {
    return e.book == Book::Expenditure && e.code == "2080109" && e.fund == "一般公共预算";
  });
  ASSERT_NE(row, moved.entries.end());
  EXPECT_EQ(row->notes->find("差异原因")->text, "部分服务合同按进度结转下年支付");
  EXPECT_EQ(subject_text(moved, Book::Economic, "一般公共预算", "项目支出", "301", "用途")->text,
            "聘用人员工资和社会保险");
}

/// The three published ledgers come without a unit.yaml; they are read beside one of the tests'.
class PublishedLedger : public testing::TestWithParam<const char*> {};

TEST_P(PublishedLedger, ReadsWithoutErrors) {
  const Reading reading = test::read_year(test::source_text(std::string("tests/unit/input/published/") + GetParam()));
  EXPECT_EQ(reading.problems(Severity::Error), "");
  ASSERT_TRUE(reading.outcome.ledger.has_value());
  EXPECT_GT(reading.outcome.ledger->entries.size(), 20U);
}

INSTANTIATE_TEST_SUITE_P(Cases, PublishedLedger, testing::Values("yuan.yaml", "wan.yaml", "carry-over.yaml"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
                           return name;
                         });

}  // namespace
}  // namespace gongkai
