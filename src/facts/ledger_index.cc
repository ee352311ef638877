#include "facts/ledger_index.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr std::string_view kComma = "、";

bool any_of(const std::vector<std::string_view>& wanted, auto test) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), test);
}

}  // namespace

std::vector<std::string_view> split_alternatives(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto at = text.find(kComma);
    parts.push_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + kComma.size());
  }
  return parts;
}

std::optional<Book> book_of(std::string_view name) {
  for (const Book book :
       {Book::Income, Book::Expenditure, Book::Balance, Book::Economic, Book::InitialBudget, Book::FullBudget}) {
    if (book_name(book) == name) return book;
  }
  return std::nullopt;
}

bool fund_matches(std::string_view entry_fund, std::string_view wanted) {
  if (wanted.empty() || wanted == "全部" || wanted == entry_fund) return true;
  const std::string_view fund = fund_of_source(entry_fund);
  if (wanted == "财政拨款") return fund != kNonFiscal;
  return wanted == kNonFiscal && fund == kNonFiscal;
}

LedgerIndex::LedgerIndex(const Ledger& ledger) {
  for (const LedgerEntry& entry : ledger.entries) books_[static_cast<std::size_t>(entry.book)].push_back(&entry);
}

std::vector<const LedgerEntry*> LedgerIndex::select(Book book, const LedgerSelection& selection) const {
  const auto funds = split_alternatives(selection.fund);
  const auto codes = split_alternatives(selection.code);
  const auto columns = split_alternatives(selection.column);
  std::vector<const LedgerEntry*> found;
  for (const LedgerEntry* entry : books_[static_cast<std::size_t>(book)]) {
    if (any_of(funds, [&](std::string_view fund) { return fund_matches(entry->fund, fund); }) &&
        any_of(codes, [&](std::string_view code) { return is_within(entry->code, code); }) &&
        any_of(columns, [&](std::string_view column) { return entry->column == column; })) {
      found.push_back(entry);
    }
  }
  return found;
}

std::set<std::string> LedgerIndex::codes(Book book, const LedgerSelection& selection,
                                         const std::vector<std::size_t>& digits) const {
  std::set<std::string> found;
  for (const LedgerEntry* entry : select(book, selection)) {
    if (entry->amount.is_zero()) continue;
    for (const std::size_t length : digits) {
      if (entry->code.size() >= length) found.insert(entry->code.substr(0, length));
    }
  }
  return found;
}

}  // namespace gongkai
