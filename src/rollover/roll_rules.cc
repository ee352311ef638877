#include "rollover/roll_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongkai {
namespace {

/// "重点工作.重要事项": the key, and above it somewhere a block; without a full stop the key anywhere.
struct RollRule {
  std::string_view where;
  RollAction action;
};

/// Where the kind of the value does not decide. The first that fits wins.
constexpr std::array kRules = {
    RollRule{"年度", RollAction::NextYear},
    RollRule{"仅作基数", RollAction::Drop},
    RollRule{"上年", RollAction::Drop},
    RollRule{"核对", RollAction::Drop},
    RollRule{"评价.得分", RollAction::Clear},
    RollRule{"指标.得分", RollAction::Drop},
    RollRule{"单位.*", RollAction::Keep},
    RollRule{"自定义科目.*", RollAction::Keep},
    RollRule{"名词解释.*", RollAction::Keep},
    RollRule{"收入内容.*", RollAction::Keep},
    RollRule{"指标.目标", RollAction::Keep},
    RollRule{"指标.分值", RollAction::Keep},
    RollRule{"变动原因", RollAction::Clear},
    RollRule{"差异原因", RollAction::Clear},
    RollRule{"年初调整原因", RollAction::Clear},
    RollRule{"年末事项", RollAction::Clear},
    RollRule{"分配事项", RollAction::Clear},
    RollRule{"未开展原因", RollAction::Clear},
    RollRule{"偏差原因", RollAction::Clear},
    RollRule{"改进措施", RollAction::Clear},
    RollRule{"成效", RollAction::Clear},
    RollRule{"指标.实际", RollAction::Clear},
    RollRule{"评价.结论", RollAction::Clear},
    RollRule{"评价.说明", RollAction::Clear},
    RollRule{"重点工作.重要事项", RollAction::Clear},
    RollRule{"表注.*", RollAction::Clear},
    RollRule{"自查.备注", RollAction::Clear},
    RollRule{"自查.经办", RollAction::Clear},
    RollRule{"公开.网址", RollAction::Clear},
    RollRule{"公开.索引号", RollAction::Clear},
    RollRule{"公开.保密审查", RollAction::Clear},
    RollRule{"公开.主要负责人审签", RollAction::Clear},
};

bool fits(std::string_view where, const std::vector<std::string>& path) {
  const auto stop = where.find('.');
  const std::string_view key = stop == std::string_view::npos ? where : where.substr(stop + 1);
  if (stop == std::string_view::npos) return path.back() == key;
  const auto above = std::find(path.begin(), path.end(), where.substr(0, stop));
  if (above == path.end()) return false;
  return key == "*" || (path.back() == key && above + 1 != path.end());
}

RollAction action_by_kind(ValueKind kind) {
  return kind == ValueKind::Text || kind == ValueKind::Blank ? RollAction::Keep : RollAction::Clear;
}

}  // namespace

RollAction roll_action(const std::vector<std::string>& path, const AuthoredValue& value) {
  for (const RollRule& rule : kRules) {
    if (fits(rule.where, path)) return rule.action;
  }
  return action_by_kind(value.kind);
}

}  // namespace gongkai
