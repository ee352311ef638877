#include "input/map_rules.h"

#include <algorithm>
#include <string>

namespace gongkai {
namespace {

const YamlEntry* find_entry(const YamlNode& map, const std::string& key) {
  const auto found = std::ranges::find(map.entries, key, &YamlEntry::key);
  return found == map.entries.end() ? nullptr : &*found;
}

std::string owner(const YamlEntry& entry) {
  return entry.key.empty() ? std::string() : "“" + entry.key + "”里";
}

Span place_of(const YamlEntry& entry) {
  return entry.key_span.known() ? entry.key_span : entry.value.span;
}

void check_required(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  for (const Field& field : shape.fields) {
    const bool own = !context.department;
    const bool wanted = field.need == Need::Required || (field.need == Need::IfOwn && own) ||
                        (field.need == Need::IfComplete && own && !context.base_only);
    const bool advised = field.need == Need::Advised && !context.base_only;
    if ((!wanted && !advised) || find_entry(entry.value, field.key) != nullptr) continue;
    const std::string message = owner(entry) + "缺少“" + field.key + "”";
    const std::string hint = "请补上：" + field.description;
    if (wanted) {
      context.diagnostics.error("E0210", place_of(entry), message, hint);
    } else {
      context.diagnostics.warning("W0210", place_of(entry), message, hint);
    }
  }
}

const YamlEntry* first_of(const YamlNode& map, const std::vector<std::string>& group) {
  for (const YamlEntry& entry : map.entries) {
    if (std::ranges::find(group, entry.key) != group.end()) return &entry;
  }
  return nullptr;
}

void report_conflict(const YamlEntry& a, const YamlEntry& b, const std::string& hint, ReadContext& context) {
  const bool in_order = a.key_span < b.key_span;
  const YamlEntry& first = in_order ? a : b;
  const YamlEntry& second = in_order ? b : a;
  Diagnostic& problem =
      context.diagnostics.error("E0222", second.key_span, "“" + second.key + "”与“" + first.key + "”只能写一种", hint);
  problem.notes.push_back({first.key_span, "“" + first.key + "”在这里"});
}

std::string join_groups(const Exclusion& rule) {
  std::string out;
  for (const auto& group : rule.groups) {
    out += out.empty() ? "“" : "或“";
    for (std::size_t i = 0; i < group.size(); ++i) out += (i == 0 ? "" : "、") + group[i];
    out += "”";
  }
  return out;
}

void check_exclusion(const YamlEntry& entry, const Exclusion& rule, ReadContext& context) {
  const YamlEntry* earlier = nullptr;
  for (const auto& group : rule.groups) {
    const YamlEntry* found = first_of(entry.value, group);
    if (found == nullptr) continue;
    if (earlier == nullptr) {
      earlier = found;
    } else {
      report_conflict(*earlier, *found, rule.hint, context);
      return;
    }
  }
  if (earlier == nullptr && rule.one_needed && !context.partial) {
    context.diagnostics.error("E0210", place_of(entry), owner(entry) + "缺少" + join_groups(rule), rule.hint);
  }
}

void check_fields_or_patterns(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  const YamlEntry* fixed = nullptr;
  const YamlEntry* other = nullptr;
  for (const YamlEntry& child : entry.value.entries) {
    const bool is_fixed = std::ranges::find(shape.fields, child.key, &Field::key) != shape.fields.end();
    if (is_fixed && fixed == nullptr) fixed = &child;
    if (!is_fixed && other == nullptr) other = &child;
  }
  if (fixed != nullptr && other != nullptr) {
    report_conflict(*fixed, *other, "整笔写和逐个科目写，二选一", context);
  }
}

}  // namespace

void check_map_rules(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  if (!context.partial) check_required(entry, shape, context);
  for (const Exclusion& rule : shape.exclusions) check_exclusion(entry, rule, context);
  if (shape.fields_or_patterns) check_fields_or_patterns(entry, shape, context);
}

}  // namespace gongkai
