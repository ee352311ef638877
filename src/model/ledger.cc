#include "model/ledger.h"

#include <algorithm>

namespace gongkai {
namespace {

const AuthoredValue* descend(const AuthoredValue* node, std::string_view key) {
  return node == nullptr ? nullptr : node->find(key);
}

/// The map that holds the rows of a fund: 经济分类 nests other funds one level deeper and splits by column.
const AuthoredValue* rows_of(const AuthoredValue& year, Book book, std::string_view fund, std::string_view column) {
  const AuthoredValue* block = year.find(book_name(book));
  if (book != Book::Economic) return descend(block, fund);
  if (fund != kGeneralBudget) block = descend(block, fund);
  return descend(block, column);
}

}  // namespace

std::string_view book_name(Book book) {
  switch (book) {
    case Book::Income:
      return "收入";
    case Book::Expenditure:
      return "支出";
    case Book::Balance:
      return "结转结余";
    case Book::Economic:
      return "经济分类";
    case Book::InitialBudget:
      return "年初预算";
    case Book::FullBudget:
      return "全年预算";
  }
  return "";
}

bool sums_up_units(const AuthoredValue& unit) {
  const AuthoredValue* units = unit.find("下属单位");
  return units != nullptr &&
         std::ranges::any_of(units->children, [](const AuthoredValue& one) { return one.find("文件夹") != nullptr; });
}

const AuthoredValue* subject_text(const Ledger& ledger, Book book, std::string_view fund, std::string_view column,
                                  std::string_view code, std::string_view key) {
  const AuthoredValue* rows = rows_of(ledger.year, book, fund, column);
  const AuthoredValue* row = code.empty() ? rows : descend(rows, code);
  return descend(row, key);
}

// The names are returned by reference for callers that loop over them: constants, built once, never changed.
const std::vector<std::string>& income_sources() {
  static const std::vector<std::string> names = {"一般公共预算", "政府性基金", "国有资本经营预算", "上级补助收入",
                                                 "事业收入",     "经营收入",   "附属单位上缴收入", "其他收入"};
  return names;
}

const std::vector<std::string>& expenditure_funds() {
  static const std::vector<std::string> names = {"一般公共预算", "政府性基金", "国有资本经营预算", "非财政拨款"};
  return names;
}

const std::vector<std::string>& expenditure_columns() {
  static const std::vector<std::string> names = {"基本支出", "项目支出", "上缴上级支出", "经营支出",
                                                 "对附属单位补助支出"};
  return names;
}

std::string_view fund_of_source(std::string_view source) {
  for (std::string_view fund : {kGeneralBudget, kGovernmentFund, kStateCapital}) {
    if (source == fund) return fund;
  }
  return kNonFiscal;
}

}  // namespace gongkai
