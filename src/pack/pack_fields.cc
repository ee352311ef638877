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

PackFields::PackFields(const PackNode& node, std::string what, Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
  if (node.kind != PackNodeKind::Map && node.kind != PackNodeKind::Null) {
    diagnostics.error("E0527", node.span, what_ + "应当是“键: 值”的映射");
  }
}

const PackNode* PackFields::take(std::string_view key) {
  known_.emplace_back(key);
  if (!node_.is_map()) return nullptr;
  const PackNode* child = node_.find(key);
  return child == nullptr || child->kind == PackNodeKind::Null ? nullptr : child;
}

const PackNode* PackFields::require(std::string_view key) {
  const PackNode* child = take(key);
  if (child == nullptr) {
    diagnostics_.error("E0528", node_.span, what_ + "没有写" + quoted(key), "补上" + quoted(key));
  }
  return child;
}

const PackNode* PackFields::take_map(std::string_view key) {
  return take_kind(key, PackNodeKind::Map, "“键: 值”的映射");
}

const PackNode* PackFields::take_list(std::string_view key) {
  return take_kind(key, PackNodeKind::List, "列表");
}

const PackNode* PackFields::take_kind(std::string_view key, PackNodeKind kind, std::string_view expected) {
  const PackNode* child = take(key);
  if (child == nullptr || child->kind == kind) return child;
  wrong_type(*child, expected);
  return nullptr;
}

void PackFields::wrong_type(const PackNode& child, std::string_view expected) {
  diagnostics_.error("E0527", child.span, quoted(child.key) + "应当写成" + std::string(expected));
}

std::string PackFields::text(std::string_view key, std::string fallback) {
  const PackNode* child = take_kind(key, PackNodeKind::Scalar, "一行文字");
  return child == nullptr ? std::move(fallback) : child->text;
}

bool PackFields::flag(std::string_view key, bool fallback) {
  const PackNode* child = take(key);
  if (child == nullptr) return fallback;
  if (child->text == "是") return true;
  if (child->text == "否") return false;
  wrong_type(*child, "是 或 否");
  return fallback;
}

int PackFields::integer(std::string_view key, int fallback, int smallest, int largest) {
  const PackNode* child = take(key);
  if (child == nullptr) return fallback;
  const auto value = parse_decimal(child->text);
  if (value && value->scale == 0 && value->units >= smallest && value->units <= largest) {
    return static_cast<int>(value->units);
  }
  wrong_type(*child, std::to_string(smallest) + " 到 " + std::to_string(largest) + " 的整数");
  return fallback;
}

double PackFields::measure(std::string_view key, double fallback) {
  const PackNode* child = take(key);
  if (child == nullptr) return fallback;
  const auto value = parse_decimal(child->text);
  if (value && value->units >= 0) return to_double(*value);
  wrong_type(*child, "不带单位的数");
  return fallback;
}

TextTemplate PackFields::text_template(std::string_view key) {
  const PackNode* child = take_kind(key, PackNodeKind::Scalar, "一行文字");
  return child == nullptr ? TextTemplate{} : parse_text_template(*child, diagnostics_);
}

std::shared_ptr<const Expr> PackFields::expression(std::string_view key) {
  const PackNode* child = take_kind(key, PackNodeKind::Scalar, "表达式");
  return child == nullptr ? nullptr : parse_shared_expression(*child, diagnostics_);
}

std::vector<std::string> PackFields::texts(std::string_view key) {
  const PackNode* child = take(key);
  std::vector<std::string> result;
  if (child == nullptr) return result;
  if (child->is_scalar()) return {child->text};
  for (const PackNode& item : child->children) {
    if (!child->is_list() || !item.is_scalar()) {
      wrong_type(*child, "文字的列表");
      return {};
    }
    result.push_back(item.text);
  }
  return result;
}

std::vector<TextTemplate> PackFields::text_templates(std::string_view key) {
  const PackNode* child = take(key);
  std::vector<TextTemplate> result;
  if (child == nullptr) return result;
  if (child->is_scalar()) return {parse_text_template(*child, diagnostics_)};
  for (const PackNode& item : child->children) {
    if (!child->is_list() || !item.is_scalar()) {
      wrong_type(*child, "文字的列表");
      return {};
    }
    result.push_back(parse_text_template(item, diagnostics_));
  }
  return result;
}

std::vector<const PackNode*> PackFields::take_rest() {
  std::vector<const PackNode*> rest;
  for (const PackNode& child : node_.children) {
    if (std::ranges::find(known_, child.key) == known_.end()) rest.push_back(&child);
  }
  for (const PackNode* child : rest) known_.push_back(child->key);
  return rest;
}

void PackFields::finish() {
  if (!node_.is_map()) return;
  for (const PackNode& child : node_.children) {
    if (std::ranges::find(known_, child.key) != known_.end()) continue;
    diagnostics_.error("E0526", child.key_span, what_ + "里没有" + quoted(child.key) + "这个键",
                       did_you_mean(child.key, known_));
  }
}

}  // namespace gongkai
