// 年初预算 and 全年预算: each 项 with expenditure is covered by the nearest level that has a figure (dictionary 3.4).
#include <map>
#include <set>

#include "facts/evaluator.h"

namespace gongkai {
namespace {

constexpr std::string_view kTotal = "合计";

/// The budget tree of one fund.
class BudgetTree {
 public:
  BudgetTree(const LedgerIndex& index, Book book, const std::string& fund) {
    for (const LedgerEntry* entry : index.select(book, {fund, {}, {}})) {
      const std::string code = entry->code.empty() ? std::string(kTotal) : entry->code;
      written_[code].push_back(entry);
      if (code != kTotal) add(code);
    }
    for (const LedgerEntry* entry : index.select(Book::Expenditure, {fund, {}, {}})) {
      if (!entry->amount.is_zero()) add(entry->code);
    }
  }

  bool empty() const { return written_.empty() && children_.empty(); }

  /// The entries that make up the budget of `code`; empty optional when it is not known.
  std::optional<std::vector<const LedgerEntry*>> entries(const std::string& code) const {
    const auto below = children_.find(code);
    const auto own = written_.find(code);
    if (below == children_.end()) {
      return own == written_.end() ? std::nullopt : std::optional(own->second);
    }
    std::vector<const LedgerEntry*> all;
    for (const std::string& child : below->second) {
      const auto part = entries(child);
      if (!part) return own == written_.end() ? std::nullopt : std::optional(own->second);
      all.insert(all.end(), part->begin(), part->end());
    }
    return all;
  }

 private:
  void add(const std::string& code) {
    std::string child = code;
    while (child != kTotal) {
      std::string parent(parent_code(child));
      if (parent.empty()) parent = kTotal;
      children_[parent].insert(child);
      child = std::move(parent);
    }
  }

  std::map<std::string, std::vector<const LedgerEntry*>> written_;
  std::map<std::string, std::set<std::string>> children_;
};

}  // namespace

std::optional<Outcome> FactBook::Impl::budget_of_fund(Book book, const std::string& fund, const std::string& code) {
  const BudgetTree tree(index_, book, fund);
  // A fund the unit does not have takes nothing away from what is known of the others.
  if (tree.empty()) return std::nullopt;
  const auto entries = tree.entries(code);
  return entries ? sum_entries(*entries) : Outcome::absent(FactType::Amount);
}

Outcome FactBook::Impl::budget(Book book, const std::string& fund, const std::string& code_in) {
  const std::string code = code_in.empty() ? std::string(kTotal) : code_in;
  Outcome total = Outcome::absent(FactType::Amount);
  Money sum;
  bool any = false;
  for (const std::string& one : expenditure_funds()) {
    if (!fund_matches(one, fund)) continue;
    const auto part = budget_of_fund(book, one, code);
    if (!part) continue;
    if (part->amount() == nullptr) {
      // Several funds: one that does not have this subject at all does not make the sum unknown.
      const bool spends = !index_.select(Book::Expenditure, {one, code == kTotal ? "" : code, {}}).empty();
      if (one == fund || spends) return Outcome::absent(FactType::Amount);
      continue;
    }
    any = true;
    sum += *part->amount();
    total.take_provenance(*part, 1);
  }
  if (any) total.value = sum;
  return total;
}

}  // namespace gongkai
