#include "consolidate/department.h"

#include <algorithm>
#include <string>
#include <utility>

#include "consolidate/members.h"
#include "consolidate/own_amounts.h"
#include "consolidate/projects.h"
#include "consolidate/sum_books.h"
#include "consolidate/sum_tree.h"
#include "consolidate/topics.h"
#include "input/cross_rules.h"
#include "input/read_ledger.h"

namespace gongkai {
namespace {

/// 单位构成表 prints a unit's 性质: what 下属单位 does not repeat is in the unit's own file.
void complete_list_of_units(const std::vector<Ledger>& units, AuthoredValue& own) {
  const auto list = std::ranges::find(own.children, "下属单位", &AuthoredValue::key);
  std::size_t next = 0;
  for (AuthoredValue& entry : list->children) {
    if (entry.find("文件夹") == nullptr || next >= units.size()) continue;
    const AuthoredValue* nature = units[next++].unit.find("性质");
    if (nature != nullptr && entry.find("性质") == nullptr) entry.children.push_back(*nature);
  }
}

void sum_up(const std::vector<Ledger>& units, Ledger& total, Diagnostics& diagnostics) {
  total.entries = sum_books(units, diagnostics);
  sum_topics(units, total, diagnostics);
  join_projects(units, total, diagnostics);
  check_quoted_figures(total, diagnostics);
  join_vocabulary(units, total);
  complete_list_of_units(units, total.unit);
  // Figures of one unit rounded to 0.01 万元 leave the sum rounded too.
  const bool rounded =
      std::ranges::any_of(units, [](const Ledger& unit) { return unit.amount_unit == LedgerUnit::WanYuan; });
  if (rounded) total.amount_unit = LedgerUnit::WanYuan;
}

}  // namespace

std::string unit_name(const Ledger& ledger) {
  const AuthoredValue* name = ledger.unit.find("名称");
  return name == nullptr || name->text.empty() ? ledger.folder : name->text;
}

DisclosedLedger read_disclosed_ledger(const World& world, const std::filesystem::path& year_file,
                                      const Classification& classification, Sources& sources,
                                      Diagnostics& diagnostics) {
  DisclosedLedger read;
  read.ledger = read_ledger(world, year_file, classification, sources, diagnostics).ledger;
  if (!read.ledger || !sums_up_units(read.ledger->unit)) return read;
  refuse_own_amounts(*read.ledger, diagnostics);
  const auto folders = member_folders(world, year_file.parent_path(), read.ledger->unit, diagnostics);
  read.units = read_members(world, folders, year_file.filename().string(), classification, sources, diagnostics);
  // A sum without one of its units is not the department's.
  if (!diagnostics.has_errors()) sum_up(read.units, *read.ledger, diagnostics);
  return read;
}

}  // namespace gongkai
