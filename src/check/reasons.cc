#include "check/reasons.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {
namespace {

constexpr std::array kMore = {"增加", "增长", "上升", "增多", "提高", "上调", "扩大", "新增", "追加", "上涨", "增设"};
constexpr std::array kLess = {"减少", "下降", "降低", "压减", "压缩", "缩减", "调减",
                              "下调", "取消", "减小", "缩小", "节约", "减免"};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<const char*, N>& words) {
  for (const char* word : words) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// Said where a reason should stand, they say nothing.
constexpr std::array<std::string_view, 14> kEmptyReasons = {
    "无", "没有", "暂无", "同上", "同前", "同", "略", "见上", "正常变动", "不适用", "其他原因", "其他", "其它", "/"};

/// “支出.一般公共预算.2080101” -> “一般公共预算 2080101”: as it is called in the ledger, not among facts.
std::string spoken(const std::string& name) {
  for (const std::string_view prefix : {"支出.", "三公经费."}) {
    if (!name.starts_with(prefix)) continue;
    std::string rest = name.substr(prefix.size());
    if (const auto dot = rest.find('.'); dot != std::string::npos) rest[dot] = ' ';
    return rest;
  }
  return name;
}

/// The names of facts that may have a reason: keys of 原因, rows of 支出 and 年初预算, 三公经费, 机关运行经费,
/// 公用经费.
std::vector<std::string> names_with_reasons(const Ledger& ledger) {
  std::vector<std::string> names;
  if (const AuthoredValue* block = ledger.year.find("原因")) {
    for (const AuthoredValue& child : block->children) names.push_back(child.key);
  }
  for (const char* tree : {"支出", "年初预算"}) {
    const AuthoredValue* funds = ledger.year.find(tree);
    if (funds == nullptr) continue;
    for (const AuthoredValue& fund : funds->children) {
      for (const AuthoredValue& row : fund.children) {
        if (is_subject_code(row.key)) names.push_back("支出." + fund.key + "." + row.key);
      }
    }
  }
  if (const AuthoredValue* items = ledger.year.find("三公经费")) {
    for (const AuthoredValue& item : items->children) names.push_back("三公经费." + item.key);
  }
  names.insert(names.end(), {"机关运行经费", "公用经费"});
  return names;
}

class ReasonCheck {
 public:
  ReasonCheck(const FactBook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  void check(const std::string& name, const char* suffix) {
    const Fact* change = book_.find(name + suffix);
    const auto* value = change == nullptr ? nullptr : std::get_if<ChangeValue>(&change->value);
    if (value == nullptr) return;
    const int moved = direction_of(value->change_case);
    const Fact* reason = book_.find(name + suffix + ".原因");
    if (moved == 0 || reason == nullptr || reason->text() == nullptr || reason->authored.empty()) return;
    check_empty(name, *reason);
    const int said = direction_of_words(*reason->text());
    if (said == 0 || said == moved || !reported_.insert(reason->authored.front().span).second) return;
    Diagnostic& d = diagnostics_.warning("W0361", reason->authored.front().span,
                                         "“" + spoken(name) + "”" + std::string(suffix).substr(1) +
                                             (moved > 0 ? "是增加的，原因说的却是减少" : "是减少的，原因说的却是增加"),
                                         "核对原因是不是写反了；两方面都有时，把主要的写在前面并写全");
    d.group = "原因";
  }

 private:
  void check_empty(const std::string& name, const Fact& reason) {
    std::string_view words = *reason.text();
    for (const std::string_view end : {"。", "；"}) {
      if (words.ends_with(end)) words.remove_suffix(end.size());
    }
    if (std::ranges::find(kEmptyReasons, words) == kEmptyReasons.end()) return;
    const Span span = reason.authored.front().span;
    if (!reported_.insert(span).second) return;
    Diagnostic& d =
        diagnostics_.warning("W0393", span, "“" + spoken(name) + "”有变动，原因只写了“" + std::string(words) + "”",
                             "写明变动的实际原因；它会印成“主要原因是……”");
    d.group = "原因";
  }

  const FactBook& book_;
  Diagnostics& diagnostics_;
  std::set<Span> reported_;
};

/// A reason written beside a figure whose only change is none.
void note_flat(const FactBook& book, const std::string& name, const AuthoredValue& node, const char* key,
               std::initializer_list<const char*> suffixes, Diagnostics& diagnostics) {
  const AuthoredValue* written = node.find(key);
  if (written == nullptr) return;
  bool flat = false;
  for (const char* suffix : suffixes) {
    const Fact* change = book.find(name + suffix);
    const auto* value = change == nullptr ? nullptr : std::get_if<ChangeValue>(&change->value);
    if (value == nullptr || value->change_case == ChangeCase::NoBase) continue;
    if (direction_of(value->change_case) != 0) return;
    flat = true;
  }
  if (!flat) return;
  Diagnostic& d = diagnostics.note("N0362", written->span, "“" + spoken(name) + "”没有变动，写的" + key + "不会印出");
  d.group = "原因";
}

}  // namespace

int direction_of_words(std::string_view reason) {
  const bool more = has_any(reason, kMore);
  const bool less = has_any(reason, kLess);
  return more == less ? 0 : more ? 1 : -1;
}

void check_reasons(const FactBook& book, Diagnostics& diagnostics) {
  ReasonCheck check(book, diagnostics);
  std::set<std::string> seen;
  for (const std::string& name : names_with_reasons(book.ledger())) {
    if (!seen.insert(name).second) continue;
    check.check(name, ".较上年");
    // A reason speaks of the first budget there is: the initial one, else the adjusted one.
    const Fact* initial = book.find(name + ".年初预算");
    check.check(name, initial != nullptr && initial->exists() ? ".较年初预算" : ".较全年预算");
  }
  if (const AuthoredValue* items = book.ledger().year.find("三公经费")) {
    for (const AuthoredValue& item : items->children) {
      note_flat(book, "三公经费." + item.key, item, "变动原因", {".较上年"}, diagnostics);
      note_flat(book, "三公经费." + item.key, item, "差异原因", {".较年初预算", ".较全年预算"}, diagnostics);
    }
  }
}

}  // namespace gongkai
