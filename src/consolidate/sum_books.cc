#include "consolidate/sum_books.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "consolidate/budgets.h"
#include "consolidate/transfers.h"

namespace gongkai {
namespace {

using Row = std::tuple<Book, std::string, std::string, std::string>;

Row row_of(const LedgerEntry& entry) {
  return {entry.book, entry.fund, entry.code, entry.column};
}

/// A row that elimination brought to nothing is not a row: tables list every row with a figure.
void drop_emptied_rows(const std::vector<LedgerEntry>& eliminated, std::vector<LedgerEntry>& entries) {
  std::map<Row, Money> sums;
  for (const LedgerEntry& entry : eliminated) sums[row_of(entry)] = Money();
  for (const LedgerEntry& entry : entries) {
    if (const auto sum = sums.find(row_of(entry)); sum != sums.end()) sum->second += entry.amount;
  }
  std::erase_if(entries, [&](const LedgerEntry& entry) {
    const auto sum = sums.find(row_of(entry));
    return sum != sums.end() && sum->second.is_zero();
  });
}

}  // namespace

std::vector<LedgerEntry> sum_books(const std::vector<Ledger>& units, Diagnostics& diagnostics) {
  std::vector<LedgerEntry> entries;
  for (const Ledger& unit : units) {
    for (const LedgerEntry& entry : unit.entries) {
      const bool budget = entry.book == Book::InitialBudget || entry.book == Book::FullBudget;
      if (!budget) entries.push_back(entry);
    }
  }
  const std::vector<LedgerEntry> eliminated = eliminate_transfers(units, diagnostics);
  entries.insert(entries.end(), eliminated.begin(), eliminated.end());
  drop_emptied_rows(eliminated, entries);
  for (const Book book : {Book::InitialBudget, Book::FullBudget}) {
    const std::vector<LedgerEntry> budgets = sum_budgets(units, book, diagnostics);
    entries.insert(entries.end(), budgets.begin(), budgets.end());
  }
  // The rows' texts are the department's own.
  for (LedgerEntry& entry : entries) entry.notes = nullptr;
  return entries;
}

}  // namespace gongkai
