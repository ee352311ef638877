#include "input/subject_codes.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/suggest.h"

namespace gongkai {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::ranges::mismatch(a, b).in1;
  return static_cast<std::size_t>(end - a.begin());
}

/// The known code nearest to an unknown one: fewest wrong digits, then the same 类 and 款, then order.
const Subject* nearest_subject(std::string_view code, const Classification& subjects) {
  constexpr std::size_t kFarthest = 2;
  const Subject* best = nullptr;
  std::tuple<std::size_t, std::size_t> best_rank{kFarthest + 1, 0};
  for (const auto& [other, subject] : subjects.all()) {
    if (other.size() != code.size() || other.front() != code.front()) continue;
    const std::tuple rank{edit_distance(code, other), code.size() - common_prefix(code, other)};
    if (rank < best_rank) {
      best_rank = rank;
      best = &subject;
    }
  }
  return best;
}

std::string suggestion(std::string_view code, const ReadContext& context) {
  constexpr std::string_view kDeclare = "本地、当年的新科目请在“自定义科目”里写上名称";
  // A file with this many problems is not a ledger; searching for each would only take time.
  constexpr std::size_t kEnough = 500;
  const bool search = context.diagnostics.items().size() < kEnough;
  const Subject* near = search ? nearest_subject(code, context.subjects) : nullptr;
  if (near == nullptr) return std::string(kDeclare);
  return "是不是 " + near->code + "（" + near->name + "）？" + std::string(kDeclare);
}

/// The code itself, or the nearest code above it, that has no name; empty when all have one.
std::string_view first_unknown(std::string_view code, const Classification& subjects) {
  for (std::string_view at = code; !at.empty(); at = parent_code(at)) {
    if (subjects.find(at) == nullptr) return at;
  }
  return {};
}

void check_known(std::string_view code, const Span& span, ReadContext& context) {
  const std::string_view unknown = first_unknown(code, context.subjects);
  if (unknown.empty()) {
    context.uses.push_back({std::string(code), span});
  } else if (unknown == code) {
    context.diagnostics.error("E0219", span, "科目库里没有编码 " + std::string(code), suggestion(code, context));
  } else {
    context.diagnostics.error("E0219", span,
                              "科目 " + std::string(code) + " 的上级 " + std::string(unknown) + " 没有名称",
                              "请在“自定义科目”里也写上 " + std::string(unknown) + " 的名称");
  }
}

}  // namespace

void check_key_code(const YamlEntry& entry, KeyKind kind, ReadContext& context) {
  if (kind == KeyKind::Name || kind == KeyKind::Ordinal) return;
  if (kind == KeyKind::Term) {
    if (is_subject_code(entry.key)) check_known(entry.key, entry.key_span, context);
    return;
  }
  const char first = entry.key.front();
  if (kind == KeyKind::NewCode) {
    if (first == '2' || first == '3') return;
    context.diagnostics.error("E0218", entry.key_span, "“" + entry.key + "”不是科目编码",
                              "2 开头为功能分类，3 开头为经济分类");
    return;
  }
  const bool functional = kind == KeyKind::FunctionCode;
  if (first != (functional ? '2' : '3')) {
    context.diagnostics.error("E0218", entry.key_span,
                              "“" + entry.key + "”不是" + (functional ? "功能" : "经济") + "分类科目编码",
                              functional ? "功能分类科目以 2 开头" : "部门支出经济分类科目以 3 开头");
    return;
  }
  check_known(entry.key, entry.key_span, context);
}

void check_item_code(std::string_view code, const Span& span, ReadContext& context) {
  if (code.front() == '2') {
    check_known(code, span, context);
  } else {
    context.diagnostics.error("E0218", span, "“" + std::string(code) + "”不是功能分类科目编码",
                              "功能分类科目以 2 开头");
  }
}

void note_unverified_names(const ReadContext& context) {
  std::map<std::string, Span> unverified;
  for (const CodeUse& use : context.uses) {
    for (std::string_view at = use.code; !at.empty(); at = parent_code(at)) {
      const Subject* subject = context.subjects.find(at);
      if (subject != nullptr && !subject->verified) unverified.emplace(at, use.span);
    }
  }
  for (const auto& [code, span] : unverified) {
    context.diagnostics.note("N0219", span, "科目 " + code + " 的名称“" + context.subjects.name(code) + "”尚未核实",
                             "请对照当年的政府收支分类科目；不同就在“自定义科目”里写上");
  }
}

void add_declared_subjects(const AuthoredValue& declared, Classification& subjects, Diagnostics& diagnostics) {
  for (const AuthoredValue& entry : declared.children) {
    const AuthoredValue* name = entry.find("名称");
    if (name == nullptr || name->kind != ValueKind::Text) continue;
    const Subject* known = subjects.find(entry.key);
    if (known != nullptr && known->verified && known->name != name->text) {
      diagnostics.warning("W0219", name->span, "科目 " + entry.key + " 在科目库里叫“" + known->name + "”",
                          "请核对；印出的将是这里写的名称");
    }
    const AuthoredValue* definition = entry.find("释义");
    subjects.add({.code = entry.key,
                  .name = name->text,
                  .definition = definition == nullptr ? std::string() : definition->text,
                  .verified = true,
                  .declared = true,
                  .span = entry.key_span});
  }
}

}  // namespace gongkai
