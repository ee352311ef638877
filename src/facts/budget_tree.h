// 年初预算 and 全年预算 of one fund: each 项 with expenditure is covered by the nearest level that has a figure.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "facts/ledger_index.h"

namespace gongkai {

/// Stands for the whole in place of a code.
constexpr std::string_view kBudgetTotal = "合计";

/// What is budgeted for a fund, by the codes that are written or spent on (data dictionary 3.4).
class BudgetTree {
 public:
  BudgetTree(const LedgerIndex& index, Book book, const std::string& fund);

  bool empty() const { return written_.empty() && children_.empty(); }

  /// The entries that make up the budget of `code`; empty optional when it is not known.
  std::optional<std::vector<const LedgerEntry*>> entries(const std::string& code) const;

 private:
  void add(const std::string& code);

  std::map<std::string, std::vector<const LedgerEntry*>> written_;
  std::map<std::string, std::set<std::string>> children_;
};

}  // namespace gongkai
