#include "facts/budget_tree.h"

#include <utility>

namespace gongkai {

BudgetTree::BudgetTree(const LedgerIndex& index, Book book, const std::string& fund) {
  for (const LedgerEntry* entry : index.select(book, {fund, {}, {}})) {
    const std::string code = entry->code.empty() ? std::string(kBudgetTotal) : entry->code;
    written_[code].push_back(entry);
    if (code != kBudgetTotal) add(code);
  }
  for (const LedgerEntry* entry : index.select(Book::Expenditure, {fund, {}, {}})) {
    if (!entry->amount.is_zero()) add(entry->code);
  }
}

std::optional<std::vector<const LedgerEntry*>> BudgetTree::entries(const std::string& code) const {
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

void BudgetTree::add(const std::string& code) {
  std::string child = code;
  while (child != kBudgetTotal) {
    std::string parent(parent_code(child));
    if (parent.empty()) parent = kBudgetTotal;
    // Where a branch is known already, so is everything above it.
    if (!children_[parent].insert(child).second) return;
    child = std::move(parent);
  }
}

}  // namespace gongkai
