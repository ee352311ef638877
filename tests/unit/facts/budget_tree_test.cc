#include "facts/budget_tree.h"

#include <gmock/gmock.h>

namespace gongkai {
namespace {

using ::testing::SizeIs;

constexpr const char* kFund = "一般公共预算";

LedgerEntry entry(Book book, std::string code, std::int64_t fen) {
  LedgerEntry made;
  made.book = book;
  made.fund = kFund;
  made.code = std::move(code);
  made.amount = Money::from_fen(fen);
  return made;
}

/// Two 项 of one 款 are spent on; what is budgeted is given.
Ledger spending(std::vector<LedgerEntry> budget) {
  Ledger ledger;
  ledger.entries = {entry(Book::Expenditure, "2080101", 100), entry(Book::Expenditure, "2080109", 200)};
  ledger.entries.insert(ledger.entries.end(), budget.begin(), budget.end());
  return ledger;
}

TEST(BudgetTree, TheBudgetOfABranchIsThatOfItsLeaves) {
  const Ledger ledger =
      spending({entry(Book::InitialBudget, "2080101", 110), entry(Book::InitialBudget, "2080109", 220)});
  const BudgetTree tree(LedgerIndex(ledger), Book::InitialBudget, kFund);
  for (const char* code : {"20801", "208", "合计"}) {
    const auto entries = tree.entries(code);
    ASSERT_TRUE(entries.has_value()) << code;
    EXPECT_THAT(*entries, SizeIs(2)) << code;
  }
}

TEST(BudgetTree, AFigureAboveCoversLeavesWithoutTheirOwn) {
  const Ledger ledger = spending({entry(Book::InitialBudget, "20801", 300)});
  const BudgetTree tree(LedgerIndex(ledger), Book::InitialBudget, kFund);
  EXPECT_FALSE(tree.entries("2080101").has_value());
  ASSERT_TRUE(tree.entries("20801").has_value());
  EXPECT_EQ(tree.entries("20801")->front()->amount, Money::from_fen(300));
  EXPECT_THAT(*tree.entries("合计"), SizeIs(1));
}

TEST(BudgetTree, WhatIsNotCoveredIsNotKnown) {
  const Ledger ledger = spending({entry(Book::InitialBudget, "2080101", 110)});
  const BudgetTree tree(LedgerIndex(ledger), Book::InitialBudget, kFund);
  EXPECT_FALSE(tree.empty());
  EXPECT_FALSE(tree.entries("20801").has_value());
  EXPECT_TRUE(BudgetTree(LedgerIndex(ledger), Book::InitialBudget, "政府性基金预算").empty());
}

}  // namespace
}  // namespace gongkai
