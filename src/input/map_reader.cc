// Maps: which field or pattern a key belongs to, and what is said of a key that belongs nowhere.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"
#include "input/map_rules.h"
#include "input/scalar_reader.h"
#include "input/subject_codes.h"
#include "input/value_reader.h"

namespace gongkai {
namespace {

const Field* find_field(const Shape& shape, const std::string& key) {
  const auto exact = std::ranges::find(shape.fields, key, &Field::key);
  if (exact != shape.fields.end()) return &*exact;
  const auto local = std::ranges::find_if(shape.fields, [&](const Field& field) {
    return !field.also_containing.empty() && key.find(field.also_containing) != std::string::npos;
  });
  return local == shape.fields.end() ? nullptr : &*local;
}

const Refusal* find_refusal(const std::vector<Refusal>& refusals, const std::string& key) {
  const auto found = std::ranges::find(refusals, key, &Refusal::key);
  return found == refusals.end() ? nullptr : &*found;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool takes_codes(const Shape& shape) {
  return std::ranges::any_of(shape.patterns,
                             [](const KeyPattern& p) { return p.kind != KeyKind::Name && p.kind != KeyKind::Term; });
}

const KeyPattern* find_pattern(const Shape& shape, const std::string& key) {
  for (const KeyPattern& pattern : shape.patterns) {
    if (pattern.kind == KeyKind::Name || pattern.kind == KeyKind::Term) return &pattern;
    if (!all_digits(key)) continue;
    if (pattern.kind == KeyKind::Ordinal && key.front() != '0' && key.size() <= 3) return &pattern;
    if (std::ranges::find(pattern.digits, key.size()) != pattern.digits.end()) return &pattern;
  }
  return nullptr;
}

std::string allowed_lengths(const Shape& shape) {
  std::vector<std::size_t> lengths;
  for (const KeyPattern& pattern : shape.patterns) {
    if (pattern.refusal.empty()) lengths.insert(lengths.end(), pattern.digits.begin(), pattern.digits.end());
  }
  std::ranges::sort(lengths);
  std::string out;
  for (std::size_t length : lengths) out += (out.empty() ? "" : "、") + std::to_string(length);
  return out;
}

std::string family_words(const Shape& shape) {
  switch (shape.patterns.front().kind) {
    case KeyKind::FunctionCode:
      return "功能分类科目编码以 2 开头，这里";
    case KeyKind::EconomicCode:
      return "部门支出经济分类科目编码以 3 开头，这里";
    default:
      return "科目编码";
  }
}

std::string known_keys(const Shape& shape) {
  constexpr std::size_t kShown = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(kShown, shape.fields.size()); ++i)
    out += (i == 0 ? "" : "、") + shape.fields[i].key;
  if (shape.fields.size() > kShown) out += "等";
  return out;
}

void report_bad_code(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  if (shape.patterns.front().kind == KeyKind::Ordinal) {
    context.diagnostics.error("E0218", entry.key_span, "“" + entry.key + "”不是序号", "序号写成 1、2、3 这样的整数");
    return;
  }
  const auto plain = plain_digits(entry.key);
  const std::string hint = plain && *plain != entry.key
                               ? "编码只用半角数字，是不是 " + *plain + "？"
                               : family_words(shape) + "应为 " + allowed_lengths(shape) + " 位数字";
  context.diagnostics.error("E0218", entry.key_span, "“" + entry.key + "”不是这里能用的科目编码", hint);
}

void report_unknown_key(const YamlEntry& entry, const Shape& shape, bool in_flow, ReadContext& context) {
  const bool wide_colon = entry.key.find("：") != std::string::npos;
  if (in_flow && wide_colon && entry.value.kind == YamlKind::Null) {
    context.diagnostics.error("E0228", entry.key_span, "“" + entry.key + "”里用了全角的冒号",
                              "大括号里的冒号和逗号都用半角，后面各空一格，如 {甲: 2, 乙: 1}");
    return;
  }
  if (in_flow && entry.value.kind == YamlKind::Null) {
    context.diagnostics.error("E0228", entry.key_span, "“" + entry.key + "”不认识，也没有值",
                              "多半是大括号里的半角逗号把文字切断了：请给整段文字加引号，或改用全角逗号");
    return;
  }
  if (entry.key.starts_with('-')) {
    context.diagnostics.error("E0228", entry.key_span, "“" + entry.key + "”的减号后面少了一个空格",
                              "列表的每一项以“- ”开头，如 - 项目: 名称");
    return;
  }
  if (wide_colon) {
    context.diagnostics.error("E0228", entry.key_span, "“" + entry.key + "”里用了全角冒号“：”",
                              "请换成半角冒号，后面空一格");
    return;
  }
  // A file with this many problems is not a ledger; searching for each key would only take time.
  constexpr std::size_t kEnough = 500;
  std::vector<std::string> keys;
  if (context.diagnostics.items().size() < kEnough) {
    for (const Field& field : shape.fields) keys.push_back(field.key);
  }
  std::string hint = did_you_mean(entry.key, keys);
  if (hint.empty() && !keys.empty()) hint = "这里可以写：" + known_keys(shape);
  context.diagnostics.error("E0228", entry.key_span, "不认识的键“" + entry.key + "”", hint);
}

void report_refusal(const YamlEntry& entry, const Refusal& refusal, ReadContext& context) {
  context.diagnostics.error(refusal.code, entry.key_span, "“" + entry.key + "”" + refusal.reason, refusal.hint);
}

/// Reads an entry under a key that is not fixed. Empty when the key is no good.
std::optional<AuthoredValue> read_patterned(const YamlEntry& entry, const Shape& shape, bool in_flow,
                                            ReadContext& context) {
  const KeyPattern* pattern = find_pattern(shape, entry.key);
  if (pattern == nullptr) {
    const bool digits = plain_digits(entry.key).has_value();
    if (takes_codes(shape) && (digits || shape.fields.empty())) {
      report_bad_code(entry, shape, context);
    } else {
      report_unknown_key(entry, shape, in_flow, context);
    }
    return std::nullopt;
  }
  if (!pattern->refusal.empty()) {
    const bool upper = pattern->digits.front() < 7;
    context.diagnostics.error(upper ? "E0220" : "E0221", entry.key_span, "“" + entry.key + "”" + pattern->refusal,
                              pattern->hint);
    return std::nullopt;
  }
  check_key_code(entry, pattern->kind, context);
  return read_value(entry, pattern->shape, Need::Optional, context);
}

/// 目标 and 实际 are numbers, or words where the row's 方向 is 定性.
Shape figure_shape(const YamlNode& row) {
  const YamlNode* direction = row.find("方向");
  const bool qualitative = direction != nullptr && trim(direction->text) == "定性";
  return {.type = qualitative ? ValueType::Text : ValueType::Number};
}

std::optional<AuthoredValue> read_entry(const YamlEntry& entry, const Shape& shape, const YamlNode& map,
                                        ReadContext& context) {
  if (const Field* field = find_field(shape, entry.key)) {
    const bool figure = field->shape.type == ValueType::Figure;
    AuthoredValue value = read_value(entry, figure ? figure_shape(map) : field->shape, field->need, context);
    value.key = field->key;
    return value;
  }
  if (const Refusal* refusal = find_refusal(shape.refusals, entry.key)) {
    report_refusal(entry, *refusal, context);
    return std::nullopt;
  }
  const bool free_names = !shape.patterns.empty() && !takes_codes(shape);
  const Refusal* derived = free_names ? nullptr : find_refusal(derived_keys(), entry.key);
  if (derived != nullptr) {
    report_refusal(entry, *derived, context);
    return std::nullopt;
  }
  return read_patterned(entry, shape, map.flow, context);
}

}  // namespace

AuthoredValue read_map(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  AuthoredValue map = blank_value(entry);
  map.kind = ValueKind::Map;
  for (const YamlEntry& child : entry.value.entries) {
    auto value = read_entry(child, shape, entry.value, context);
    if (!value || child.repeated) continue;
    const bool renamed = value->key != child.key && entry.value.find(value->key) != nullptr;
    if (!renamed) {
      map.children.push_back(std::move(*value));
    } else {
      context.diagnostics.error("E0207", child.key_span, "“" + child.key + "”与“" + value->key + "”是同一项",
                                "请合成一处");
    }
  }
  check_map_rules(entry, shape, context);
  return map;
}

}  // namespace gongkai
