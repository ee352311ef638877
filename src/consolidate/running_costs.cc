#include "consolidate/running_costs.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "consolidate/sum_tree.h"

namespace gongkai {
namespace {

bool runs_an_office(const Ledger& unit) {
  const AuthoredValue* nature = unit.unit.find("性质");
  return nature != nullptr && (nature->text == "行政单位" || nature->text == "参照公务员法管理事业单位");
}

/// 301 and 303 are for people; all other classes of 基本支出 are 公用经费.
bool is_public_cost(const LedgerEntry& entry) {
  return entry.book == Book::Economic && entry.column == "基本支出" && !is_within(entry.code, "301") &&
         !is_within(entry.code, "303");
}

AuthoredValue as_value(const LedgerEntry& entry) {
  AuthoredValue value;
  value.kind = ValueKind::Amount;
  value.amount = entry.amount;
  value.span = entry.span;
  value.key_span = entry.span;
  return value;
}

/// What a unit wrote, or else what its 经济分类 gives; to be summed.
void add_costs(const Ledger& unit, const std::string& topic, bool general_budget_only, AuthoredValue& all) {
  if (const AuthoredValue* written = unit.year.at(topic + ".决算")) {
    all.children.push_back(*written);
    return;
  }
  for (const LedgerEntry& entry : unit.entries) {
    const bool counts = !general_budget_only || entry.fund == kGeneralBudget;
    if (is_public_cost(entry) && counts) all.children.push_back(as_value(entry));
  }
}

using Takes = std::function<bool(const Ledger&)>;

/// 上年 and 年初预算, known when all units concerned know them.
void add_base(const std::vector<Ledger>& units, const Takes& takes, const std::string& topic, std::string_view base,
              AuthoredValue& block) {
  AuthoredValue all;
  for (const Ledger& unit : units) {
    if (!takes(unit)) continue;
    const AuthoredValue* written = unit.year.at(topic + "." + std::string(base));
    if (written == nullptr) return;
    all.children.push_back(*written);
  }
  if (!all.children.empty() && block.find(base) == nullptr) block.children.push_back(sum_of_amounts(all, base));
}

void sum_topic(const std::vector<Ledger>& units, const Takes& takes, const std::string& topic, Ledger& total) {
  const bool office = topic == "机关运行经费";
  AuthoredValue costs;
  for (const Ledger& unit : units) {
    if (takes(unit)) add_costs(unit, topic, office, costs);
  }
  if (costs.children.empty()) return;
  AuthoredValue& block = child_map(total.year, topic);
  if (block.find("决算") == nullptr) block.children.push_back(sum_of_amounts(costs, "决算"));
  add_base(units, takes, topic, "年初预算", block);
  add_base(units, takes, topic, "上年", block);
}

}  // namespace

void sum_running_costs(const std::vector<Ledger>& units, Ledger& total) {
  sum_topic(units, runs_an_office, "机关运行经费", total);
  const auto writes = [](const Ledger& unit) { return unit.year.find("公用经费") != nullptr; };
  const bool any = std::ranges::any_of(units, writes) || total.year.find("公用经费") != nullptr;
  if (any)
    sum_topic(
        units, [](const Ledger&) { return true; }, "公用经费", total);
}

}  // namespace gongkai
