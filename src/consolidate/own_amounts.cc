#include "consolidate/own_amounts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongkai {
namespace {

constexpr std::string_view kHint = "由下属单位的账本相加，请删去；文字（用途、原因、年末事项等）可以留着";

bool is_figure(const AuthoredValue& value) {
  return value.kind == ValueKind::Amount || value.kind == ValueKind::Integer;
}

/// The first amount or count at or below a value.
const AuthoredValue* first_figure(const AuthoredValue& value) {
  if (is_figure(value)) return &value;
  for (const AuthoredValue& child : value.children) {
    if (const AuthoredValue* found = first_figure(child)) return found;
  }
  return nullptr;
}

}  // namespace

void refuse_own_amounts(const Ledger& department, Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 7> kOfUnits = {"收入",     "支出",     "结转结余", "经济分类",
                                                               "三公经费", "政府采购", "国有资产"};
  for (const AuthoredValue& block : department.year.children) {
    const AuthoredValue* figure = nullptr;
    if (std::ranges::find(kOfUnits, block.key) != kOfUnits.end()) figure = first_figure(block);
    if (block.key == "项目绩效" && !block.children.empty()) figure = &block;
    if (block.key == "年初预算") {
      for (const AuthoredValue& fund : block.children) {
        if (fund.kind == ValueKind::Map && figure == nullptr) figure = first_figure(fund);
      }
    }
    if (figure == nullptr) continue;
    diagnostics.error("E0240", figure->key_span, "部门的“" + block.key + "”里写了数", std::string(kHint));
  }
}

}  // namespace gongkai
