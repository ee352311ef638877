#include <algorithm>
#include <ranges>

#include "audit/selfcheck.h"
#include "audit/selfcheck_tests.h"
#include "base/suggest.h"
#include "expr/parse.h"
#include "facts/catalog.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxListBytes = 1024 * 1024;

class ListReader {
 public:
  ListReader(const FactCatalog& catalog, Diagnostics& diagnostics) : catalog_(catalog), diagnostics_(diagnostics) {}

  SelfCheckList read(const YamlNode& root) {
    SelfCheckList list;
    refuse_unknown(root, {"标题", "附件", "条目"});
    list.title = text(root, "标题");
    list.in_appendix = text(root, "附件") == "是";
    const YamlNode* items = root.find("条目");
    if (items == nullptr) {
      wrong(root.span, "自查清单里没有“条目”");
      return list;
    }
    for (const YamlEntry& entry : items->entries) list.items.push_back(item(entry));
    return list;
  }

 private:
  static std::string text(const YamlNode& node, std::string_view key) {
    const YamlNode* value = node.find(key);
    return value != nullptr ? value->text : std::string();
  }

  void wrong(Span span, std::string message, std::string hint = {}) {
    diagnostics_.error("E0565", span, std::move(message), std::move(hint));
  }

  void refuse_unknown(const YamlNode& node, const std::vector<std::string>& known) {
    for (const YamlEntry& part : node.entries) {
      if (std::ranges::find(known, part.key) != known.end()) continue;
      wrong(part.key_span, "自查清单里没有“" + part.key + "”这个键", did_you_mean(part.key, known));
    }
  }

  SelfCheckItem item(const YamlEntry& entry) {
    SelfCheckItem item;
    refuse_unknown(entry.value, {"组", "文", "类", "判", "反向"});
    item.span = entry.key_span;
    const auto number = parse_decimal(entry.key);
    if (!number || number->scale != 0) wrong(entry.key_span, "自查清单的键应是序号");
    item.number = number ? static_cast<int>(number->units) : 0;
    item.group = text(entry.value, "组");
    item.text = text(entry.value, "文");
    const std::string kind = text(entry.value, "类");
    item.by = kind == "全" ? AnswerBy::Machine : kind == "部分" ? AnswerBy::Both : AnswerBy::Person;
    if (kind != "全" && kind != "部分" && kind != "人") wrong(entry.key_span, "“类”只能写 全、部分、人");
    item.reversed = text(entry.value, "反向") == "是";
    if (const YamlNode* tests = entry.value.find("判")) {
      for (const YamlEntry& one : tests->entries) {
        for (const YamlEntry& named : one.value.entries) item.tests.push_back(test(named));
      }
    }
    if (item.by != AnswerBy::Person && item.tests.empty()) wrong(entry.key_span, "机器判的项要写“判”");
    return item;
  }

  SelfCheckTest test(const YamlEntry& named) {
    SelfCheckTest test{named.key, named.value, nullptr};
    const std::vector<std::string> known = self_check_test_names();
    if (std::ranges::find(known, named.key) == known.end()) {
      wrong(named.key_span, "没有叫“" + named.key + "”的判法", did_you_mean(named.key, known));
    }
    if (named.key == "须") {
      test.condition = parse_expression(named.value.text, text_origin(named.value), diagnostics_);
      if (test.condition) catalog_.check_expression(*test.condition, nullptr, diagnostics_);
    }
    return test;
  }

  const FactCatalog& catalog_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<SelfCheckList> load_self_check(const World& world, const std::vector<std::string>& chain,
                                             const FactCatalog& catalog, Sources& sources, Diagnostics& diagnostics) {
  for (const std::string& pack : std::views::reverse(chain)) {
    const auto path = world.home() / "templates" / pack / "selfcheck.yaml";
    ReadResult read = world.read_file(path, kMaxListBytes);
    if (read.status != ReadStatus::Ok) continue;
    const YamlDocument document = parse_yaml(sources.add(path.string(), std::move(read.text)), sources, diagnostics);
    if (!document.root) return std::nullopt;
    return ListReader(catalog, diagnostics).read(*document.root);
  }
  return std::nullopt;
}

}  // namespace gongkai
