// 年初预算 and 全年预算: the budgets of several funds together (dictionary 3.4).
#include "facts/budget_tree.h"
#include "facts/evaluator.h"

namespace gongkai {

std::optional<Outcome> FactBook::Impl::budget_of_fund(Book book, const std::string& fund, const std::string& code) {
  const auto [at, added] = budget_trees_.try_emplace({book, fund}, index_, book, fund);
  const BudgetTree& tree = at->second;
  // A fund the unit does not have takes nothing away from what is known of the others.
  if (tree.empty()) return std::nullopt;
  const auto entries = tree.entries(code);
  return entries ? sum_entries(*entries) : Outcome::absent(FactType::Amount);
}

Outcome FactBook::Impl::budget(Book book, const std::string& fund, const std::string& code_in) {
  const std::string code = code_in.empty() ? std::string(kBudgetTotal) : code_in;
  Outcome total = Outcome::absent(FactType::Amount);
  Money sum;
  bool any = false;
  for (const std::string& one : expenditure_funds()) {
    if (!fund_matches(one, fund)) continue;
    const auto part = budget_of_fund(book, one, code);
    if (!part) continue;
    if (part->amount() == nullptr) {
      // Several funds: one that does not have this subject at all does not make the sum unknown.
      const bool spends = !index_.select(Book::Expenditure, {one, code == kBudgetTotal ? "" : code, {}}).empty();
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
