#include "consolidate/topics.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "consolidate/department.h"
#include "consolidate/running_costs.h"
#include "consolidate/sum_tree.h"

namespace gongkai {
namespace {

using Blocks = std::vector<const AuthoredValue*>;

Blocks blocks_of(const std::vector<Ledger>& units, std::string_view path) {
  Blocks blocks;
  for (const Ledger& unit : units) {
    if (const AuthoredValue* block = unit.year.at(path)) blocks.push_back(block);
  }
  return blocks;
}

/// Names of the units that have `path` but not `key` in it.
std::string without(const std::vector<Ledger>& units, const std::string& path, std::string_view key) {
  std::string names;
  for (const Ledger& unit : units) {
    const AuthoredValue* block = unit.year.at(path);
    if (block != nullptr && block->find(key) == nullptr) names += (names.empty() ? "" : "、") + unit_name(unit);
  }
  return names;
}

const AuthoredValue* first_with(const std::vector<Ledger>& units, const std::string& path, std::string_view key) {
  for (const Ledger& unit : units) {
    const AuthoredValue* block = unit.year.at(path);
    if (const AuthoredValue* found = block == nullptr ? nullptr : block->find(key)) return found;
  }
  return nullptr;
}

/// A base of comparison one unit does not know is not known of the sum.
void drop_unknown(const std::vector<Ledger>& units, const std::string& path, std::string_view key, AuthoredValue& sum,
                  Diagnostics& diagnostics) {
  const AuthoredValue* written = first_with(units, path, key);
  const std::string names = without(units, path, key);
  if (written == nullptr || names.empty()) return;
  remove_child(sum, key);
  diagnostics.warning("W0246", written->key_span,
                      "“" + path + "”的“" + std::string(key) + "”有的单位写了，" + names + "没有写，部门的按不知道处理",
                      "请在" + names + "的账本里补上；没有就写 0");
}

void refuse_mixed(const std::vector<Ledger>& units, const std::string& path, std::string_view key,
                  const std::string& hint, Diagnostics& diagnostics) {
  const AuthoredValue* written = first_with(units, path, key);
  const std::string names = without(units, path, key);
  if (written == nullptr || names.empty()) return;
  diagnostics.error("E0242", written->key_span,
                    "“" + path + "”的“" + std::string(key) + "”有的单位写了，" + names + "没有写，加不起来", hint);
}

void sum_travel(const std::vector<Ledger>& units, AuthoredValue& sum, Diagnostics& diagnostics) {
  for (AuthoredValue& item : sum.children) {
    const std::string path = "三公经费." + item.key;
    for (const char* base : {"预算", "年初预算"}) drop_unknown(units, path, base, item, diagnostics);
    refuse_mixed(units, path, "决算", "请各单位都写决算数", diagnostics);
  }
  const std::string reception = "三公经费.公务接待费";
  const bool listed = first_with(units, reception, "接待明细") != nullptr;
  const bool summed = first_with(units, reception, "国内") != nullptr ||
                      first_with(units, reception, "外宾") != nullptr ||
                      first_with(units, reception, "国（境）外") != nullptr;
  if (listed && summed) {
    refuse_mixed(units, reception, "接待明细", "请各单位都用“接待明细”，或都写国内、外宾", diagnostics);
  }
}

/// A unit that gives 货物, 工程, 服务 and one that gives only 总额: the sum has only 总额.
void sum_procurement(const std::vector<Ledger>& units, AuthoredValue& sum, Diagnostics& diagnostics) {
  if (const AuthoredValue* whole = first_with(units, "政府采购", "总额");
      whole != nullptr && !without(units, "政府采购", "总额").empty()) {
    AuthoredValue parts;
    for (const char* key : {"总额", "货物", "工程", "服务"}) {
      for (const AuthoredValue* block : blocks_of(units, "政府采购")) {
        if (const AuthoredValue* part = block->find(key)) parts.children.push_back(*part);
      }
      remove_child(sum, key);
    }
    sum.children.push_back(sum_of_amounts(parts, "总额"));
  }
  for (const char* key : {"授予中小企业", "授予小微企业"}) {
    const Blocks written = blocks_of(units, std::string("政府采购.") + key);
    const bool mixed = std::ranges::any_of(written, [](const AuthoredValue* v) { return v->kind != ValueKind::Map; });
    if (mixed) {
      AuthoredValue all;
      for (const AuthoredValue* value : written) all.children.push_back(*value);
      remove_child(sum, key);
      sum.children.push_back(sum_of_amounts(all, key));
    }
    drop_unknown(units, "政府采购", key, sum, diagnostics);
  }
  for (const char* key : {"预留", "预留成交", "非预留授予中小企业"}) {
    drop_unknown(units, "政府采购", key, sum, diagnostics);
  }
}

/// 其他用车说明 of all units, each once.
void join_car_words(const std::vector<Ledger>& units, AuthoredValue& sum) {
  AuthoredValue joined;
  for (const AuthoredValue* words : blocks_of(units, "国有资产.其他用车说明")) {
    if (joined.text.empty()) joined = *words;
    if (joined.text.find(words->text) == std::string::npos) joined.text += "；" + words->text;
  }
  if (!joined.text.empty() && sum.find("其他用车说明") == nullptr) sum.children.push_back(std::move(joined));
}

}  // namespace

void sum_topics(const std::vector<Ledger>& units, Ledger& total, Diagnostics& diagnostics) {
  for (const char* key : {"三公经费", "政府采购", "国有资产"}) {
    AuthoredValue sum = sum_trees(blocks_of(units, key));
    const AuthoredValue* own = total.year.find(key);
    if (sum.kind == ValueKind::Blank) continue;
    const std::string_view topic = key;
    if (topic == "三公经费") sum_travel(units, sum, diagnostics);
    if (topic == "政府采购") sum_procurement(units, sum, diagnostics);
    if (own != nullptr) add_words(*own, sum);
    if (topic == "国有资产") join_car_words(units, sum);
    remove_child(total.year, key);
    total.year.children.push_back(std::move(sum));
  }
  sum_running_costs(units, total);
}

}  // namespace gongkai
