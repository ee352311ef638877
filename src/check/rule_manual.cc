#include "check/rule_manual.h"

#include <algorithm>

#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxRulesBytes = 1024 * 1024;

std::string text(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value != nullptr ? value->text : std::string();
}

}  // namespace

std::vector<RuleEntry> list_rules(const World& world, Diagnostics& diagnostics) {
  std::vector<std::string> packs = world.list(world.home() / "templates");
  std::ranges::stable_partition(packs, [](const std::string& name) { return name == "base"; });
  std::vector<RuleEntry> rules;
  for (const std::string& pack : packs) {
    const auto path = world.home() / "templates" / pack / "rules.yaml";
    ReadResult read = world.read_file(path, kMaxRulesBytes);
    if (read.status != ReadStatus::Ok) continue;
    Sources sources;
    const YamlDocument document = parse_yaml(sources.add(path.string(), std::move(read.text)), sources, diagnostics);
    const YamlNode* entries = document.root ? document.root->find("规则") : nullptr;
    if (entries == nullptr) continue;
    const std::size_t first = rules.size();
    for (const YamlEntry& entry : entries->entries) {
      const YamlNode& rule = entry.value;
      rules.push_back({pack, entry.key, text(rule, "组"), text(rule, "说"), text(rule, "改")});
    }
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(first), rules.end(),
              [](const RuleEntry& a, const RuleEntry& b) { return a.code.substr(1) < b.code.substr(1); });
  }
  return rules;
}

}  // namespace gongkai
