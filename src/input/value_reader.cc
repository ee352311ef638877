#include "input/value_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "input/scalar_reader.h"
#include "input/text_reader.h"

namespace gongkai {
namespace {

/// Words, or a map or list that a bare text stands for.
bool is_text(const Shape& shape) {
  if (shape.type == ValueType::Text || shape.type == ValueType::LongText) return true;
  if (!shape.scalar.empty()) return is_text(shape.scalar.front());
  const auto bare = std::ranges::find(shape.fields, shape.shorthand, &Field::key);
  return shape.type == ValueType::Map && bare != shape.fields.end() && is_text(bare->shape);
}

bool is_empty(const YamlNode& node) {
  return node.kind == YamlKind::Null || (node.kind == YamlKind::Scalar && trim(node.text).empty());
}

void report_blank(const YamlEntry& entry, const Shape& shape, Need need, ReadContext& context) {
  if (entry.key.empty()) {
    context.diagnostics.error("E0209", entry.value.span, "列表里有一个空的“- ”", "请填上内容，或删去这一行");
    return;
  }
  const bool text = is_text(shape) && need != Need::Required;
  const bool amount = shape.type == ValueType::Amount || shape.type == ValueType::AmountItem;
  Diagnostic alone;
  alone.severity = text ? Severity::Warning : Severity::Error;
  alone.code = text ? "W0209" : "E0209";
  alone.span = entry.key_span;
  alone.message = "“" + entry.key + "”没有填";
  alone.hint = text     ? "请填上文字；不需要就删去这个键"
               : amount ? "请填上数；确实为零就写 0，没有这一项就删去这一行"
               : shape.type == ValueType::Map ? "请填上内容；没有就写 {} 或删去这个键"
                                              : "请填上；没有就删去这个键";
  context.blanks.push_back({entry.key, entry.key_span, std::move(alone)});
}

void report_wrong_kind(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  const std::string what = entry.key.empty() ? "这一项" : "“" + entry.key + "”";
  const YamlNode& node = entry.value;
  if (node.kind == YamlKind::Scalar && !shape.scalar_refusal.empty()) {
    context.diagnostics.error("E0220", node.span, what + shape.scalar_refusal);
  } else if (shape.type == ValueType::Map || shape.type == ValueType::AmountItem) {
    context.diagnostics.error("E0211", node.span, what + "下面要写“键: 值”，这里不是",
                              "每行一个“键: 值”，比上一级多缩进两格");
  } else if (shape.type == ValueType::List) {
    context.diagnostics.error("E0211", node.span, what + "要写成列表", "每一项另起一行，以“- ”开头");
  } else {
    context.diagnostics.error("E0211", node.span,
                              what + "要写一个" + std::string(type_name(shape.type)) + "，这里是" +
                                  (node.kind == YamlKind::Map ? "一组“键: 值”" : "一个列表"),
                              "请只写一个值；文字以 { 或 [ 开头时要加引号");
  }
}

std::string identity(const AuthoredValue& element, const std::string& unique_key) {
  if (unique_key == "*") return element.text;
  const AuthoredValue* key = element.find(unique_key);
  return key == nullptr ? std::string() : key->text;
}

void check_unique(const AuthoredValue& list, const Shape& shape, ReadContext& context) {
  std::map<std::string, Span> seen;
  for (const AuthoredValue& element : list.children) {
    const std::string name = identity(element, shape.unique_key);
    if (name.empty()) continue;
    const AuthoredValue* key = shape.unique_key == "*" ? &element : element.find(shape.unique_key);
    const auto [earlier, fresh] = seen.emplace(name, key->span);
    if (fresh) continue;
    Diagnostic& problem =
        context.diagnostics.error("E0227", key->span, "“" + name + "”重名", "同一名称只写一条；不同的请改名区别");
    problem.notes.push_back({earlier->second, "前一条在这里"});
  }
}

AuthoredValue read_list(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  AuthoredValue list = blank_value(entry);
  list.kind = ValueKind::List;
  for (const YamlEntry& element : entry.value.entries) {
    list.children.push_back(read_value(element, shape.element.front(), Need::Required, context));
  }
  if (!shape.unique_key.empty()) check_unique(list, shape, context);
  return list;
}

/// A bare value where a map or list is meant: stored in the long form.
std::optional<AuthoredValue> read_short_form(const YamlEntry& entry, const Shape& shape, ReadContext& context) {
  if (!shape.shorthand.empty()) {
    for (const Field& field : shape.fields) {
      if (field.key != shape.shorthand) continue;
      AuthoredValue map = blank_value(entry);
      map.kind = ValueKind::Map;
      AuthoredValue child = read_value(entry, field.shape, field.need, context);
      child.key = field.key;
      map.children.push_back(std::move(child));
      return map;
    }
  }
  if (shape.scalar.empty()) return std::nullopt;
  AuthoredValue value = read_value(entry, shape.scalar.front(), Need::Optional, context);
  if (shape.type != ValueType::List) return value;
  AuthoredValue list = blank_value(entry);
  list.kind = ValueKind::List;
  value.key.clear();
  list.children.push_back(std::move(value));
  return list;
}

}  // namespace

AuthoredValue blank_value(const YamlEntry& entry) {
  AuthoredValue value;
  value.key = entry.key;
  value.key_span = entry.key_span;
  value.span = entry.value.kind == YamlKind::Null ? entry.key_span : entry.value.span;
  return value;
}

AuthoredValue read_value(const YamlEntry& entry, const Shape& shape, Need need, ReadContext& context) {
  const YamlNode& node = entry.value;
  if (node.broken) return blank_value(entry);
  if (is_empty(node)) {
    report_blank(entry, shape, need, context);
    return blank_value(entry);
  }
  const bool map_like = shape.type == ValueType::Map || shape.type == ValueType::AmountItem;
  if (node.kind == YamlKind::Scalar && (map_like || shape.type == ValueType::List)) {
    if (auto value = read_short_form(entry, shape, context)) return std::move(*value);
  }
  if (shape.type == ValueType::LongText && node.kind != YamlKind::List) return read_long_text(entry, context);
  if (map_like && node.kind == YamlKind::Map) return read_map(entry, shape, context);
  if (shape.type == ValueType::List && node.kind == YamlKind::List) return read_list(entry, shape, context);
  if (!map_like && shape.type != ValueType::List && node.kind == YamlKind::Scalar) {
    return read_scalar(entry, shape, context);
  }
  report_wrong_kind(entry, shape, context);
  return blank_value(entry);
}

}  // namespace gongkai
