#include "consolidate/sum_tree.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gongkai {
namespace {

bool is_figure(const AuthoredValue& value) {
  return value.kind == ValueKind::Amount || value.kind == ValueKind::Integer;
}

void add_figure(const AuthoredValue& figure, AuthoredValue& sum) {
  if (sum.parts.empty()) {
    sum.kind = figure.kind;
    sum.key = figure.key;
    sum.key_span = figure.key_span;
    sum.span = figure.span;
  }
  sum.amount += figure.amount;
  sum.integer += figure.integer;
  sum.parts.push_back(figure);
}

AuthoredValue empty_like(const AuthoredValue& model) {
  AuthoredValue value;
  value.kind = model.kind;
  value.key = model.key;
  value.key_span = model.key_span;
  value.span = model.span;
  return value;
}

/// Keys of all blocks in the order they are met.
std::vector<std::string> keys_of(const std::vector<const AuthoredValue*>& blocks) {
  std::vector<std::string> keys;
  for (const AuthoredValue* block : blocks) {
    for (const AuthoredValue& child : block->children) {
      if (std::ranges::find(keys, child.key) == keys.end()) keys.push_back(child.key);
    }
  }
  return keys;
}

void add_amounts(const AuthoredValue& value, AuthoredValue& sum) {
  if (is_figure(value)) add_figure(value, sum);
  for (const AuthoredValue& child : value.children) add_amounts(child, sum);
}

}  // namespace

AuthoredValue sum_trees(const std::vector<const AuthoredValue*>& blocks) {
  AuthoredValue sum;
  if (blocks.empty()) return sum;
  if (is_figure(*blocks.front())) {
    for (const AuthoredValue* block : blocks) add_figure(*block, sum);
    return sum;
  }
  sum = empty_like(*blocks.front());
  if (sum.kind == ValueKind::List) {
    for (const AuthoredValue* block : blocks) {
      sum.children.insert(sum.children.end(), block->children.begin(), block->children.end());
    }
    return sum;
  }
  for (const std::string& key : keys_of(blocks)) {
    std::vector<const AuthoredValue*> children;
    for (const AuthoredValue* block : blocks) {
      if (const AuthoredValue* child = block->find(key)) children.push_back(child);
    }
    const ValueKind kind = children.front()->kind;
    const bool adds_up = is_figure(*children.front()) || kind == ValueKind::Map || kind == ValueKind::List;
    if (adds_up) sum.children.push_back(sum_trees(children));
  }
  return sum;
}

AuthoredValue sum_of_amounts(const AuthoredValue& value, std::string_view key) {
  AuthoredValue sum;
  add_amounts(value, sum);
  sum.kind = ValueKind::Amount;
  sum.key = key;
  if (!sum.span.known()) sum.span = value.span;
  return sum;
}

void add_words(const AuthoredValue& own, AuthoredValue& block) {
  for (const AuthoredValue& child : own.children) {
    const auto there = std::ranges::find(block.children, child.key, &AuthoredValue::key);
    if (there == block.children.end()) {
      block.children.push_back(child);
    } else if (child.kind == ValueKind::Map && there->kind == ValueKind::Map) {
      add_words(child, *there);
    }
  }
}

AuthoredValue& child_map(AuthoredValue& map, std::string_view key) {
  const auto there = std::ranges::find(map.children, key, &AuthoredValue::key);
  if (there != map.children.end()) return *there;
  AuthoredValue& child = map.children.emplace_back();
  child.kind = ValueKind::Map;
  child.key = key;
  child.key_span = map.key_span;
  child.span = map.span;
  return child;
}

void remove_child(AuthoredValue& map, std::string_view key) {
  std::erase_if(map.children, [&](const AuthoredValue& child) { return child.key == key; });
}

}  // namespace gongkai
