#include "facts/select_values.h"

#include <algorithm>

#include "base/suggest.h"
#include "facts/ledger_index.h"

namespace gongkai {
namespace {

constexpr std::string_view kTotal = "合计";

std::vector<std::string> funds_of(Book book) {
  std::vector<std::string> funds = book == Book::Income ? income_sources() : expenditure_funds();
  for (const char* view : {"全部", "财政拨款", "非财政拨款"}) {
    if (std::ranges::find(funds, view) == funds.end()) funds.emplace_back(view);
  }
  return funds;
}

std::vector<std::string> columns_of(Book book) {
  switch (book) {
    case Book::Expenditure:
      return expenditure_columns();
    case Book::Economic:
      return {"基本支出", "项目支出"};
    case Book::Balance:
      return {"年初", "年末", "使用非财政拨款结余", "结余分配"};
    default:
      return {};
  }
}

/// The beginning of a code, at most seven digits.
bool is_code_prefix(std::string_view text) {
  constexpr std::size_t kLongest = 7;
  return !text.empty() && text.size() <= kLongest &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

SelectComplaint complaint_about_select(Book book, std::string_view dimension, std::string_view value) {
  const std::string name(book_name(book));
  const std::vector<std::string> known = dimension == "列" ? columns_of(book) : funds_of(book);
  if (dimension == "列" && known.empty()) return {"账本“" + name + "”不分列", "去掉“列”"};
  for (const std::string_view one : split_alternatives(value)) {
    const bool fits =
        dimension == "编码" ? is_code_prefix(one) || one == kTotal : std::ranges::find(known, one) != known.end();
    if (fits) continue;
    const std::string message = "账本“" + name + "”的" + std::string(dimension) + "没有“" + std::string(one) + "”";
    return {message, dimension == "编码" ? "编码写数字，如 208、30201" : did_you_mean(one, known)};
  }
  return {};
}

}  // namespace gongkai
