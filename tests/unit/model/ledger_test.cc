#include "model/ledger.h"

#include <gtest/gtest.h>

#include <utility>

namespace gongkai {
namespace {

AuthoredValue text(std::string key, std::string value) {
  AuthoredValue v;
  v.kind = ValueKind::Text;
  v.key = std::move(key);
  v.text = std::move(value);
  return v;
}

AuthoredValue map(std::string key, std::vector<AuthoredValue> children) {
  AuthoredValue v;
  v.kind = ValueKind::Map;
  v.key = std::move(key);
  v.children = std::move(children);
  return v;
}

Ledger sample() {
  Ledger ledger;
  ledger.year =
      map("", {map("支出", {map("一般公共预算", {map("208", {text("用途", "保障运转")})})}),
               map("经济分类", {map("项目支出", {map("301", {text("用途", "聘用人员")})}),
                                map("非财政拨款", {map("基本支出", {map("30201", {text("用途", "办公")})})})}),
               map("年初预算", {map("一般公共预算", {map("208", {text("差异原因", "项目减少")})})})});
  return ledger;
}

std::string found(const Ledger& ledger, Book book, std::string_view fund, std::string_view column,
                  std::string_view code, std::string_view key) {
  const AuthoredValue* value = subject_text(ledger, book, fund, column, code, key);
  return value == nullptr ? "" : value->text;
}

TEST(SubjectText, LooksIntoTheRowOfTheBook) {
  const Ledger ledger = sample();
  EXPECT_EQ(found(ledger, Book::Expenditure, kGeneralBudget, "", "208", "用途"), "保障运转");
  EXPECT_EQ(found(ledger, Book::Economic, kGeneralBudget, "项目支出", "301", "用途"), "聘用人员");
  EXPECT_EQ(found(ledger, Book::Economic, kNonFiscal, "基本支出", "30201", "用途"), "办公");
  EXPECT_EQ(found(ledger, Book::InitialBudget, kGeneralBudget, "", "208", "差异原因"), "项目减少");
  EXPECT_EQ(found(ledger, Book::Expenditure, kGovernmentFund, "", "208", "用途"), "");
  EXPECT_EQ(found(ledger, Book::Expenditure, kGeneralBudget, "", "210", "用途"), "");
  EXPECT_EQ(found(ledger, Book::Economic, kGeneralBudget, "基本支出", "301", "用途"), "");
}

TEST(LedgerTest, KeepsPointersIntoItsTreeWhenMoved) {
  Ledger first = sample();
  const AuthoredValue* row = first.year.at("支出.一般公共预算.208");
  first.entries.push_back({Book::Expenditure, "一般公共预算", "208", "基本支出", Money(), Span(), row});
  const Ledger second = std::move(first);
  ASSERT_NE(second.entries.front().notes, nullptr);
  EXPECT_EQ(second.entries.front().notes, second.year.at("支出.一般公共预算.208"));
  EXPECT_EQ(second.entries.front().notes->find("用途")->text, "保障运转");
}

TEST(Funds, GroupTheEightSources) {
  EXPECT_EQ(income_sources().size(), 8U);
  EXPECT_EQ(fund_of_source("政府性基金"), kGovernmentFund);
  EXPECT_EQ(fund_of_source("事业收入"), kNonFiscal);
  EXPECT_EQ(fund_of_source("一般公共预算"), kGeneralBudget);
  EXPECT_EQ(expenditure_funds().back(), kNonFiscal);
  EXPECT_EQ(book_name(Book::Balance), "结转结余");
}

}  // namespace
}  // namespace gongkai
