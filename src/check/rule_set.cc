#include "check/rule_set.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/suggest.h"
#include "expr/parse.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxRulesBytes = 1024 * 1024;

const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> keys = {"组", "说", "每个", "作", "若", "相等", "不大于", "须",
                                                "看", "处", "精度", "左", "右", "文",   "改"};
  return keys;
}

class RuleReader {
 public:
  RuleReader(const FactCatalog& catalog, Diagnostics& diagnostics) : catalog_(catalog), diagnostics_(diagnostics) {}

  LedgerRule read(const YamlEntry& entry) {
    LedgerRule rule;
    rule.code = entry.key;
    rule.span = entry.key_span;
    for (const YamlEntry& part : entry.value.entries) refuse_unknown(part);
    rule.group = text(entry.value, "组");
    rule.meaning = text(entry.value, "说");
    rule.variable = text(entry.value, "作");
    rule.left_name = text(entry.value, "左");
    rule.right_name = text(entry.value, "右");
    rule.message = text(entry.value, "文");
    rule.hint = text(entry.value, "改");
    read_place(entry.value, rule);
    read_each(entry.value, rule);
    read_condition(entry.value, rule);
    return rule;
  }

 private:
  void refuse_unknown(const YamlEntry& part) {
    if (std::ranges::find(known_keys(), part.key) != known_keys().end()) return;
    diagnostics_.error("E0560", part.key_span, "规则里没有“" + part.key + "”这个键",
                       did_you_mean(part.key, known_keys()));
  }

  static std::string text(const YamlNode& node, std::string_view key) {
    const YamlNode* value = node.find(key);
    return value != nullptr ? value->text : std::string();
  }

  static void read_place(const YamlNode& node, LedgerRule& rule) {
    constexpr std::string_view kUnitFile = "单位资料";
    rule.path = text(node, "处");
    rule.as_printed = text(node, "精度") == "印出";
    rule.in_unit_file = rule.path.starts_with(kUnitFile);
    if (rule.in_unit_file) rule.path.erase(0, kUnitFile.size() + (rule.path.size() > kUnitFile.size() ? 1 : 0));
  }

  void read_each(const YamlNode& node, LedgerRule& rule) {
    const YamlNode* each = node.find("每个");
    if (each == nullptr) return;
    if (each->kind == YamlKind::List) {
      for (const YamlEntry& word : each->entries) rule.words.push_back(word.value.text);
      FactSignature word{FactType::Text, nullptr};
      auto fields = std::make_shared<std::map<std::string, FactSignature>>();
      fields->emplace(rule.variable, word);
      scope_ = {.element = {FactType::Record, std::move(fields)}};
    } else {
      rule.list = expression(*each, nullptr);
      FactSignature element{FactType::Record, nullptr};
      if (rule.list) {
        Diagnostics already_reported;
        const auto list = catalog_.check_expression(*rule.list, nullptr, already_reported);
        if (list) element.fields = list->fields;
      }
      scope_ = {.variable = rule.variable, .element = element};
    }
    each_ = true;
  }

  void read_condition(const YamlNode& node, LedgerRule& rule) {
    const NameScope* scope = each_ ? &scope_ : nullptr;
    rule.condition = optional(node, "若", scope);
    rule.place = optional(node, "看", scope);
    for (const auto& [key, kind] : {std::pair{"相等", RuleKind::Equal}, std::pair{"不大于", RuleKind::NotAbove}}) {
      const YamlNode* pair = node.find(key);
      if (pair == nullptr) continue;
      rule.kind = kind;
      if (pair->entries.size() != 2) {
        diagnostics_.error("E0561", pair->span, std::string("“") + key + "”要写两个式子", "写成 [甲, 乙]");
        continue;
      }
      rule.left = expression(pair->entries[0].value, scope);
      rule.right = expression(pair->entries[1].value, scope);
    }
    if (node.find("须") != nullptr) rule.left = optional(node, "须", scope);
    if (const YamlNode* message = node.find("文")) read_quoted(*message, scope, rule);
    each_ = false;
  }

  void read_quoted(const YamlNode& message, const NameScope* scope, LedgerRule& rule) {
    const std::string& text = message.text;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
      const auto close = text.find('}', open);
      if (close == std::string::npos) return;
      const std::string quoted = text.substr(open + 1, close - open - 1);
      if (quoted == rule.variable) continue;
      YamlNode value = message;
      value.text = quoted;
      rule.quoted[quoted] = expression(value, scope);
    }
  }

  std::shared_ptr<const Expr> optional(const YamlNode& node, std::string_view key, const NameScope* scope) {
    const YamlNode* value = node.find(key);
    return value != nullptr ? expression(*value, scope) : nullptr;
  }

  std::shared_ptr<const Expr> expression(const YamlNode& node, const NameScope* scope) {
    std::shared_ptr<const Expr> parsed = parse_expression(node.text, text_origin(node), diagnostics_);
    if (parsed) catalog_.check_expression(*parsed, scope, diagnostics_);
    return parsed;
  }

  const FactCatalog& catalog_;
  Diagnostics& diagnostics_;
  NameScope scope_;
  bool each_ = false;
};

bool is_complete(const LedgerRule& rule) {
  const bool pair = rule.kind == RuleKind::Must || rule.right != nullptr;
  return rule.left != nullptr && pair && !rule.message.empty();
}

bool is_code(const std::string& code) {
  const bool letter = !code.empty() && std::string_view("EWN").find(code.front()) != std::string_view::npos;
  return letter && code.size() == 5 &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_or_replace(RuleSet& set, LedgerRule rule) {
  const auto same = std::ranges::find_if(set.rules, [&](const LedgerRule& r) { return r.code == rule.code; });
  if (same != set.rules.end()) {
    set.replaced.push_back({rule.code, rule.span, same->span});
    *same = std::move(rule);
  } else {
    set.rules.push_back(std::move(rule));
  }
}

void load_file(const std::string& path, std::string text, const FactCatalog& catalog, Sources& sources, RuleSet& set,
               Diagnostics& diagnostics) {
  const FileId file = sources.add(path, std::move(text));
  const YamlDocument document = parse_yaml(file, sources, diagnostics);
  // What stands before a syntax error may be half a rule: only the error, which has been reported, is to be mended.
  if (!document.complete) return;
  const YamlNode* rules = document.root ? document.root->find("规则") : nullptr;
  if (rules == nullptr) {
    diagnostics.error("E0562", {file, 1, 1, 1}, "规则文件里没有“规则”", "第一行写“规则:”，下面逐条写规则号");
    return;
  }
  for (const YamlEntry& entry : rules->entries) {
    LedgerRule rule = RuleReader(catalog, diagnostics).read(entry);
    if (!is_code(rule.code) || !is_complete(rule)) {
      diagnostics.error("E0563", entry.key_span, "规则“" + entry.key + "”不完整",
                        "规则号写成一个字母（E、W、N）加四位数字；相等、不大于、须 三者写一个；文 必填");
      continue;
    }
    add_or_replace(set, std::move(rule));
  }
}

}  // namespace

RuleSet load_rules(const World& world, const std::vector<std::string>& paths, const FactCatalog& catalog,
                   Sources& sources, Diagnostics& diagnostics) {
  RuleSet set;
  for (const std::string& path : paths) {
    ReadResult read = world.read_file(path, kMaxRulesBytes);
    if (read.status != ReadStatus::Ok) {
      diagnostics.error("E0564", {}, "规则文件读不了：" + path);
      continue;
    }
    load_file(path, std::move(read.text), catalog, sources, set, diagnostics);
  }
  return set;
}

void report_rule_codes(const RuleSet& set, const std::function<bool(const Span&)>& own, Diagnostics& diagnostics) {
  for (const ReplacedRule& rule : set.replaced) {
    if (!own(rule.span) || own(rule.former)) continue;
    diagnostics
        .note("N0502", rule.span, "规则“" + rule.code + "”换掉了上级包同号的规则", "要新加一条，就换一个号，9001—9999")
        .notes.push_back({rule.former, "换掉的在这里"});
  }
  for (const LedgerRule& rule : set.rules) {
    const std::string number = rule.code.substr(1);  // four digits: they compare as numbers do
    const bool shared = "0300" <= number && number <= "0399";
    if (!own(rule.span) || shared || "9001" <= number) continue;
    diagnostics.warning("W0503", rule.span, "规则号“" + rule.code + "”可能与程序自己的代码相同",
                        "本地的规则用 9001—9999");
  }
}

}  // namespace gongkai
