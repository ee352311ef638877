#include "check/copied_year.h"

#include <algorithm>
#include <string>

namespace gongkai {
namespace {

/// Fewer figures may repeat by chance.
constexpr std::ptrdiff_t kFewest = 5;

struct Repeated {
  std::ptrdiff_t same = 0;
  std::ptrdiff_t all = 0;
};

Repeated count_repeated(const Ledger& ledger, const Ledger& prior, Book book) {
  Repeated count;
  for (const LedgerEntry& entry : ledger.entries) {
    if (entry.book != book || entry.amount.is_zero()) continue;
    ++count.all;
    count.same += std::ranges::any_of(prior.entries, [&](const LedgerEntry& other) {
      return other.book == book && other.fund == entry.fund && other.code == entry.code &&
             other.column == entry.column && other.amount == entry.amount;
    });
  }
  return count;
}

}  // namespace

void check_copied_year(const FactBook& book, Diagnostics& diagnostics) {
  if (book.prior() == nullptr) return;
  const Ledger& ledger = book.ledger();
  for (const Book one : {Book::Income, Book::Expenditure, Book::Economic}) {
    const Repeated count = count_repeated(ledger, book.prior()->ledger(), one);
    const AuthoredValue* block = ledger.year.find(book_name(one));
    if (count.all < kFewest || count.same * 5 < count.all * 4 || block == nullptr) continue;
    Diagnostic& d = diagnostics.warning("W0396", block->key_span,
                                        "“" + block->key + "”的 " + std::to_string(count.all) + " 个数里，有 " +
                                            std::to_string(count.same) + " 个与上年账本一分不差",
                                        "多半是由上年的文件改来，还没有填本年的数；请核对");
    d.group = "上年";
  }
}

}  // namespace gongkai
