#include "consolidate/budgets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "consolidate/department.h"

namespace gongkai {
namespace {

constexpr std::string_view kTotal = "合计";

/// 合计 is above all codes.
std::size_t digits(const std::string& code) {
  return code == kTotal ? 0 : code.size();
}

std::string lifted(const std::string& code, std::size_t level) {
  if (level == 0) return std::string(kTotal);
  return code.substr(0, std::min(level, code.size()));
}

/// One unit's budgets of one fund.
struct UnitBudgets {
  const Ledger* unit = nullptr;
  std::vector<const LedgerEntry*> budgets;
  std::set<std::string> spent;  ///< codes with expenditure

  bool covers(const std::string& code) const {
    return std::ranges::any_of(
        budgets, [&](const LedgerEntry* budget) { return budget->code == kTotal || is_within(code, budget->code); });
  }
};

std::vector<UnitBudgets> budgets_of(const std::vector<Ledger>& units, Book book, const std::string& fund) {
  std::vector<UnitBudgets> all;
  for (const Ledger& unit : units) {
    UnitBudgets one{&unit, {}, {}};
    for (const LedgerEntry& entry : unit.entries) {
      if (entry.fund != fund) continue;
      if (entry.book == book) one.budgets.push_back(&entry);
      if (entry.book == Book::Expenditure && !entry.amount.is_zero()) one.spent.insert(entry.code);
    }
    if (!one.budgets.empty() || !one.spent.empty()) all.push_back(std::move(one));
  }
  return all;
}

/// What no unit's budget may stand for alone: subject (at `level`) -> the units without one.
std::map<std::string, std::string> uncovered(const std::vector<UnitBudgets>& units, std::size_t level) {
  std::map<std::string, std::string> missing;
  for (const UnitBudgets& one : units) {
    for (const std::string& code : one.spent) {
      std::string& names = missing[lifted(code, level)];
      const std::string name = unit_name(*one.unit);
      if (!one.covers(code) && names.find(name) == std::string::npos) names += (names.empty() ? "" : "、") + name;
    }
  }
  std::erase_if(missing, [](const auto& item) { return item.second.empty(); });
  return missing;
}

void add_fund(const std::vector<UnitBudgets>& units, Book book, std::vector<LedgerEntry>& entries,
              Diagnostics& diagnostics) {
  std::size_t level = 7;
  for (const UnitBudgets& one : units) {
    for (const LedgerEntry* budget : one.budgets) level = std::min(level, digits(budget->code));
  }
  const auto missing = uncovered(units, level);
  std::set<std::string> told;
  for (const UnitBudgets& one : units) {
    for (const LedgerEntry* budget : one.budgets) {
      LedgerEntry entry = *budget;
      entry.code = lifted(entry.code, level);
      const auto gap = missing.find(entry.code);
      if (gap == missing.end()) {
        entries.push_back(std::move(entry));
      } else if (book == Book::InitialBudget && entry.fund != kNonFiscal && told.insert(entry.code).second) {
        diagnostics.warning("W0246", budget->span,
                            "“" + entry.code + "”有的单位写了年初预算，" + gap->second + "没有写，部门的按不知道处理",
                            "请在" + gap->second + "的账本里补上这个科目的年初预算；没有预算就写 0");
      }
    }
  }
}

}  // namespace

std::vector<LedgerEntry> sum_budgets(const std::vector<Ledger>& units, Book book, Diagnostics& diagnostics) {
  std::vector<LedgerEntry> entries;
  for (const std::string& fund : expenditure_funds())
    add_fund(budgets_of(units, book, fund), book, entries, diagnostics);
  return entries;
}

}  // namespace gongkai
