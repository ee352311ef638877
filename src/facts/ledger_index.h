// The books of one ledger, ready to be summed by fund, code and column.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/ledger.h"

namespace gongkai {

/// What to sum; an empty part selects everything.
struct LedgerSelection {
  std::string fund;    ///< a fund, a source, or 全部, 财政拨款, 非财政拨款
  std::string code;    ///< codes at or below; several joined by 、
  std::string column;  ///< several joined by 、
};

class LedgerIndex {
 public:
  explicit LedgerIndex(const Ledger& ledger);

  /// Entries in the order of writing.
  std::vector<const LedgerEntry*> select(Book book, const LedgerSelection& selection) const;
  /// Codes with a non-zero entry, cut to the levels asked for (numbers of digits), ascending.
  std::set<std::string> codes(Book book, const LedgerSelection& selection,
                              const std::vector<std::size_t>& digits) const;

 private:
  std::array<std::vector<const LedgerEntry*>, 6> books_;
};

/// 收入, 支出 … -> the book; empty when there is none.
std::optional<Book> book_of(std::string_view name);
/// Whether an entry's fund (or source) belongs to the 口径.
bool fund_matches(std::string_view entry_fund, std::string_view wanted);
/// "基本支出、项目支出" -> its parts.
std::vector<std::string_view> split_alternatives(std::string_view text);

}  // namespace gongkai
