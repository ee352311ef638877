#include "pack/pack_overview.h"

#include <array>
#include <map>
#include <set>
#include <vector>

#include "pack/pack_chain.h"
#include "pack/pack_context.h"
#include "pack/prose_parser.h"

namespace gongkai {
namespace {

using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 3> kIdentity = {"名称", "继承", "适用年度"};
constexpr std::string_view kYaml = ".yaml";

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

bool is_identity(const std::string& key) {
  for (const std::string_view known : kIdentity) {
    if (key == known) return true;
  }
  return false;
}

class Overview {
 public:
  explicit Overview(const PackContext& context) : context_(context) {}

  std::string describe(const std::vector<PackLink>& chain) {
    for (auto link = chain.begin(); link != chain.end(); ++link) {
      describe_link(*link, link == chain.begin(), link + 1 == chain.end());
    }
    return out_;
  }

 private:
  void describe_link(const PackLink& link, bool first, bool last) {
    const YamlNode* title = link.settings.find("名称");
    out_ += link.name + (title == nullptr ? "" : "：" + title->text);
    if (const YamlNode* years = link.settings.find("适用年度"); years != nullptr && years->entries.size() == 2) {
      out_ += "（" + years->entries[0].value.text + "—" + years->entries[1].value.text + " 年度）";
    }
    out_ += last ? "  ← 查看的就是它\n" : "\n";
    settings(link);
    prose(link.folder / "disclosure.txt", first);
    folder(link.folder / "tables", "表");
    folder(link.folder / "forms", "表单");
    keys(link.folder / "charts.yaml", {}, "图");
    keys(link.folder / "facts.yaml", "变量", "变量");
    keys(link.folder / "facts.yaml", "事实", "事实");
    keys(link.folder / "facts.yaml", "列表", "列表");
    keys(link.folder / "glossary.yaml", "词条", "名词解释");
    keys(link.folder / "glossary.yaml", "科目", "科目释义");
    keys(link.folder / "style.yaml", {}, "版面");
    keys(link.folder / "rules.yaml", "规则", "规则");
    keys(link.folder / "selfcheck.yaml", "条目", "自查清单的项");
    out_ += '\n';
  }

  void line(std::string_view what, const Names& names) {
    if (!names.empty()) out_ += "  " + std::string(what) + "：" + joined(names) + "\n";
  }

  void settings(const PackLink& link) {
    for (const YamlEntry& entry : link.settings.entries) {
      if (is_identity(entry.key)) continue;
      Names names;
      if (entry.value.kind == YamlKind::Map) {
        for (const YamlEntry& child : entry.value.entries) names.push_back(child.key);
      }
      out_ += "  设置 " + entry.key + (names.empty() ? "" : "：" + joined(names)) + "\n";
    }
  }

  /// New things and those that take the place of a parent's.
  void changes(std::string_view what, const Names& names) {
    std::set<std::string>& known = known_[std::string(what)];
    Names added;
    Names replaced;
    for (const std::string& name : names) (known.insert(name).second ? added : replaced).push_back(name);
    constexpr std::size_t kMany = 40;
    if (added.size() > kMany) {
      out_ += "  " + std::string(what) + "，写了 " + std::to_string(added.size()) + " 个\n";
    } else {
      line(std::string(what) + "，新写", added);
    }
    line(std::string(what) + "，改写上级的", replaced);
  }

  void keys(const std::filesystem::path& path, std::string_view section, std::string_view what) {
    const auto root = read_pack_yaml(context_, path);
    const YamlNode* node = !root ? nullptr : section.empty() ? &*root : root->find(section);
    if (node == nullptr) return;
    Names names;
    for (const YamlEntry& entry : node->entries) names.push_back(entry.key);
    changes(what, names);
  }

  void folder(const std::filesystem::path& path, std::string_view what) {
    Names names;
    Names derived;
    for (const std::string& file : context_.world.list(path)) {
      if (!file.ends_with(kYaml)) continue;
      names.push_back(file.substr(0, file.size() - kYaml.size()));
      const auto root = read_pack_yaml(context_, path / file);
      const YamlNode* source = root ? root->find("沿用") : nullptr;
      if (source != nullptr) derived.push_back(names.back() + " 照 " + source->text);
    }
    changes(what, names);
    line(std::string(what) + "，沿用后只改不同的", derived);
  }

  void prose(const std::filesystem::path& path, bool first) {
    const auto file = read_pack_file(context_, path);
    if (!file) return;
    const ProseFile text = parse_prose(*file, context_.sources, context_.diagnostics);
    if (!text.body.empty()) out_ += first || known_["正文"].empty() ? "  正文：整篇\n" : "  正文：整篇重写\n";
    if (!text.body.empty()) known_["正文"].insert("整篇");
    Names snippets;
    for (const Snippet& snippet : text.snippets) snippets.push_back(snippet.name);
    changes("片段", snippets);
    std::map<EditKind, Names> edits;
    for (const ProseEdit& edit : text.edits) {
      edits[edit.kind].push_back(edit.block + (edit.place.empty() ? "" : "（到“" + edit.place + "”）"));
    }
    line("正文，换掉的块", edits[EditKind::Replace]);
    line("正文，插在前面的块", edits[EditKind::Before]);
    line("正文，插在后面的块", edits[EditKind::After]);
    line("正文，删去的块", edits[EditKind::Remove]);
    line("正文，移到前面的块", edits[EditKind::MoveBefore]);
    line("正文，移到后面的块", edits[EditKind::MoveAfter]);
  }

  const PackContext& context_;
  std::map<std::string, std::set<std::string>> known_;
  std::string out_;
};

}  // namespace

std::string describe_pack(const World& world, std::string_view name, int year, Sources& sources,
                          Diagnostics& diagnostics) {
  const PackContext context{world, sources, diagnostics};
  const std::vector<PackLink> chain = find_pack_chain(context, name, year);
  return chain.empty() ? std::string() : Overview(context).describe(chain);
}

}  // namespace gongkai
