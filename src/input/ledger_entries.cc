#include "input/ledger_entries.h"

#include <algorithm>
#include <string_view>

namespace gongkai {
namespace {

/// Where in a book an amount stands.
struct Place {
  Book book = Book::Income;
  std::string_view fund;
  std::string_view code;
  std::string_view column;
};

class Collector {
 public:
  explicit Collector(Ledger& ledger) : ledger_(ledger) {}

  void add(const Place& place, const AuthoredValue* amount, const AuthoredValue& notes) {
    if (amount == nullptr || amount->kind != ValueKind::Amount) return;
    ledger_.entries.push_back({place.book, std::string(place.fund), std::string(place.code), std::string(place.column),
                               amount->amount, amount->span, &notes});
  }

  /// code → 金额项.
  void add_items(Place place, const AuthoredValue& rows) {
    for (const AuthoredValue& row : rows.children) {
      place.code = row.key;
      add(place, row.find("金额"), row);
    }
  }

  void add_expenditure(const AuthoredValue& fund) {
    for (const AuthoredValue& row : fund.children) {
      for (const AuthoredValue& cell : row.children) {
        // What is paid inside the department is a part of its column, not a column.
        if (cell.kind != ValueKind::Amount || cell.key.ends_with(kInsideDepartment)) continue;
        const Book book = cell.key == "年初预算"   ? Book::InitialBudget
                          : cell.key == "全年预算" ? Book::FullBudget
                                                   : Book::Expenditure;
        const std::string_view column = book == Book::Expenditure ? std::string_view(cell.key) : std::string_view();
        add({book, fund.key, row.key, column}, &cell, row);
      }
    }
  }

  void add_balance(std::string_view fund, std::string_view code, const AuthoredValue& balance) {
    for (const AuthoredValue& cell : balance.children) {
      add({Book::Balance, fund, code, cell.key}, &cell, balance);
      if (cell.kind == ValueKind::Map) add_balance(fund, cell.key, cell);
    }
  }

  void add_economic(std::string_view fund, const AuthoredValue& block) {
    for (const AuthoredValue& column : block.children) {
      const bool other_fund = std::ranges::find(expenditure_funds(), column.key) != expenditure_funds().end();
      if (other_fund) {
        add_economic(column.key, column);
      } else {
        add_items({Book::Economic, fund, {}, column.key}, column);
      }
    }
  }

 private:
  Ledger& ledger_;
};

}  // namespace

void collect_entries(Ledger& ledger) {
  Collector collector(ledger);
  for (const AuthoredValue& block : ledger.year.children) {
    if (block.key == "经济分类") collector.add_economic(kGeneralBudget, block);
    for (const AuthoredValue& part : block.children) {
      if (block.key == "收入") collector.add_items({Book::Income, part.key, {}, {}}, part);
      if (block.key == "支出") collector.add_expenditure(part);
      if (block.key == "年初预算") collector.add_items({Book::InitialBudget, part.key, {}, {}}, part);
      if (block.key == "结转结余") collector.add_balance(part.key, {}, part);
    }
  }
}

}  // namespace gongkai
