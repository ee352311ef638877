// Reads the known keys of a map in a pack's YAML and reports the others.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// A typed view of one map. A value of the wrong type is reported (E0527) and read as if not written.
class PackFields {
 public:
  /// `what` names the thing in messages: "表", "列", "一行".
  PackFields(const YamlNode& node, std::string what, Diagnostics& diagnostics);

  const YamlNode& node() const { return node_; }
  /// The child, now known; nullptr when not written or empty.
  const YamlNode* take(std::string_view key);
  /// The same, reported (E0528) when not written.
  const YamlNode* require(std::string_view key);
  const YamlNode* take_map(std::string_view key);
  const YamlNode* take_list(std::string_view key);

  std::string text(std::string_view key, std::string fallback = {});
  bool flag(std::string_view key, bool fallback = false);
  int integer(std::string_view key, int fallback, int smallest, int largest);
  double measure(std::string_view key, double fallback);
  TextTemplate text_template(std::string_view key);
  std::shared_ptr<const Expr> expression(std::string_view key);
  /// A list of texts; one text counts as a list of one.
  std::vector<std::string> texts(std::string_view key);
  std::vector<TextTemplate> text_templates(std::string_view key);

  /// 格式: how a value is printed; reported (E0534) when there is no such format.
  std::string value_format();

  /// The children that no call has taken; they then count as known.
  std::vector<const YamlEntry*> take_rest();
  /// Reports the keys nobody asked for (E0526).
  void finish();

 private:
  const YamlNode* take_kind(std::string_view key, YamlKind kind, std::string_view expected);
  void wrong_type(std::string_view key, const YamlNode& child, std::string_view expected);

  const YamlNode& node_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

/// Picks the value whose name is written under `key`; reports an unknown name (E0527) with the names there are.
template <typename Value>
Value read_choice(PackFields& fields, std::string_view key, const std::vector<std::pair<std::string, Value>>& choices,
                  Value fallback, Diagnostics& diagnostics) {
  const YamlNode* node = fields.take(key);
  if (node == nullptr) return fallback;
  std::string names;
  for (const auto& [name, value] : choices) {
    if (node->text == name) return value;
    names += (names.empty() ? "" : "、") + name;
  }
  diagnostics.error("E0527", node->span, "“" + std::string(key) + "”不能是“" + node->text + "”", "可以写：" + names);
  return fallback;
}

}  // namespace gongkai
