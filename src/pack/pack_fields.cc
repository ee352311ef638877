#include "pack/pack_fields.h"

#include <algorithm>
#include <utility>

#include "base/money.h"
#include "base/suggest.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

std::string quoted(std::string_view key) {
  return "“" + std::string(key) + "”";
}

double to_double(const Decimal& decimal) {
  double value = static_cast<double>(decimal.units);
  for (int i = 0; i < decimal.scale; ++i) value /= 10;
  return value;
}

}  // namespace

PackFields::PackFields(const YamlNode& node, std::string what, Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
  if (node.kind != YamlKind::Map && node.kind != YamlKind::Null) {
    diagnostics.error("E0527", node.span, what_ + "应当是“键: 值”的映射");
  }
}

const YamlNode* PackFields::take(std::string_view key) {
  known_.emplace_back(key);
  if (node_.kind != YamlKind::Map) return nullptr;
  const YamlNode* child = node_.find(key);
  return child == nullptr || child->kind == YamlKind::Null ? nullptr : child;
}

const YamlNode* PackFields::require(std::string_view key) {
  const YamlNode* child = take(key);
  if (child == nullptr) {
    diagnostics_.error("E0528", node_.span, what_ + "没有写" + quoted(key), "补上" + quoted(key));
  }
  return child;
}

const YamlNode* PackFields::take_map(std::string_view key) {
  return take_kind(key, YamlKind::Map, "“键: 值”的映射");
}

const YamlNode* PackFields::take_list(std::string_view key) {
  return take_kind(key, YamlKind::List, "列表");
}

const YamlNode* PackFields::take_kind(std::string_view key, YamlKind kind, std::string_view expected) {
  const YamlNode* child = take(key);
  if (child == nullptr || child->kind == kind) return child;
  wrong_type(key, *child, expected);
  return nullptr;
}

void PackFields::wrong_type(std::string_view key, const YamlNode& child, std::string_view expected) {
  if (child.broken) return;
  diagnostics_.error("E0527", child.span, quoted(key) + "应当写成" + std::string(expected));
}

std::string PackFields::text(std::string_view key, std::string fallback) {
  const YamlNode* child = take_kind(key, YamlKind::Scalar, "一行文字");
  return child == nullptr ? std::move(fallback) : child->text;
}

bool PackFields::flag(std::string_view key, bool fallback) {
  const YamlNode* child = take(key);
  if (child == nullptr) return fallback;
  if (child->text == "是") return true;
  if (child->text == "否") return false;
  wrong_type(key, *child, "是 或 否");
  return fallback;
}

int PackFields::integer(std::string_view key, int fallback, int smallest, int largest) {
  const YamlNode* child = take(key);
  if (child == nullptr) return fallback;
  const auto value = parse_decimal(child->text);
  if (value && value->scale == 0 && value->units >= smallest && value->units <= largest) {
    return static_cast<int>(value->units);
  }
  wrong_type(key, *child, std::to_string(smallest) + " 到 " + std::to_string(largest) + " 的整数");
  return fallback;
}

double PackFields::measure(std::string_view key, double fallback) {
  const YamlNode* child = take(key);
  if (child == nullptr) return fallback;
  const auto value = parse_decimal(child->text);
  if (value && value->units >= 0) return to_double(*value);
  wrong_type(key, *child, "不带单位的数");
  return fallback;
}

TextTemplate PackFields::text_template(std::string_view key) {
  const YamlNode* child = take_kind(key, YamlKind::Scalar, "一行文字");
  return child == nullptr ? TextTemplate{} : parse_text_template(*child, diagnostics_);
}

std::shared_ptr<const Expr> PackFields::expression(std::string_view key) {
  const YamlNode* child = take_kind(key, YamlKind::Scalar, "表达式");
  return child == nullptr ? nullptr : parse_shared_expression(*child, diagnostics_);
}

std::vector<std::string> PackFields::texts(std::string_view key) {
  const YamlNode* child = take(key);
  std::vector<std::string> result;
  if (child == nullptr) return result;
  if (child->kind == YamlKind::Scalar) return {child->text};
  for (const YamlEntry& entry : child->entries) {
    const YamlNode& item = entry.value;
    if (child->kind != YamlKind::List || item.kind != YamlKind::Scalar) {
      wrong_type(key, *child, "文字的列表");
      return {};
    }
    result.push_back(item.text);
  }
  return result;
}

std::vector<TextTemplate> PackFields::text_templates(std::string_view key) {
  const YamlNode* child = take(key);
  std::vector<TextTemplate> result;
  if (child == nullptr) return result;
  if (child->kind == YamlKind::Scalar) return {parse_text_template(*child, diagnostics_)};
  for (const YamlEntry& entry : child->entries) {
    const YamlNode& item = entry.value;
    if (child->kind != YamlKind::List || item.kind != YamlKind::Scalar) {
      wrong_type(key, *child, "文字的列表");
      return {};
    }
    result.push_back(parse_text_template(item, diagnostics_));
  }
  return result;
}

std::string PackFields::value_format() {
  const YamlNode* node = take_kind("格式", YamlKind::Scalar, "一行文字");
  if (node == nullptr || is_value_format(node->text)) return node == nullptr ? std::string() : node->text;
  diagnostics_.error("E0534", node->span, "没有“" + node->text + "”这种格式", "可用的格式：" + value_format_names());
  return {};
}

std::vector<const YamlEntry*> PackFields::take_rest() {
  std::vector<const YamlEntry*> rest;
  for (const YamlEntry& child : node_.entries) {
    if (std::ranges::find(known_, child.key) == known_.end()) rest.push_back(&child);
  }
  for (const YamlEntry* child : rest) known_.push_back(child->key);
  return rest;
}

void PackFields::finish() {
  if (node_.kind != YamlKind::Map) return;
  for (const YamlEntry& child : node_.entries) {
    if (std::ranges::find(known_, child.key) != known_.end()) continue;
    diagnostics_.error("E0526", child.key_span, what_ + "里没有" + quoted(child.key) + "这个键",
                       did_you_mean(child.key, known_));
  }
}

}  // namespace gongkai
