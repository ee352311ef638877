#include <algorithm>
#include <string>
#include <utility>

#include "pack/chart_loader.h"
#include "pack/form_loader.h"
#include "pack/glossary.h"
#include "pack/inheritance.h"
#include "pack/name_check.h"
#include "pack/pack.h"
#include "pack/pack_chain.h"
#include "pack/pack_context.h"
#include "pack/pack_settings.h"
#include "pack/prose_parser.h"
#include "pack/sheet_inheritance.h"
#include "pack/snippets.h"
#include "pack/table_loader.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kYamlExtension = ".yaml";
constexpr std::size_t kHeadingLevels = 5;

class PackLoader {
 public:
  PackLoader(const PackContext& context, Pack& pack, PackUse use) : context_(context), pack_(pack), use_(use) {}

  /// False when a file could not be read: what lacks its contents is not judged, the file's own error is the cause.
  bool load(const std::vector<PackLink>& chain) {
    pack_.style = Style::standard();
    for (const PackLink& link : chain) load_link(link);
    if (unread_) return false;
    check(chain);
    return true;
  }

 private:
  void check(const std::vector<PackLink>& chain) {
    check_block_names(pack_.body, context_.diagnostics);
    check_block_names(pack_.correction, context_.diagnostics);
    expand_snippets(snippets_, own_snippets_, pack_.body, context_.diagnostics);
    expand_snippets(snippets_, {}, pack_.correction, context_.diagnostics);
    const bool foundation = use_ == PackUse::Extending && chain.size() == 1 && pack_.body.empty();
    if (!foundation) check_settings(chain.back());
    pack_.catalog.check(context_.diagnostics);
    check_names(pack_, foundation ? std::vector<std::string>() : own_, context_.diagnostics);
    check_glossary(glossary_, pack_.catalog, context_.diagnostics);
  }

  std::optional<YamlNode> read_yaml(const fs::path& path) {
    auto root = read_pack_yaml(context_, path);
    unread_ = unread_ || (!root && context_.world.is_file(path));
    return root;
  }

  std::optional<FileId> read_text(const fs::path& path) {
    const auto file = read_pack_file(context_, path);
    unread_ = unread_ || (!file && context_.world.is_file(path));
    return file;
  }

  void load_link(const PackLink& link) {
    own_.clear();
    own_snippets_.clear();
    pack_.name = link.name;
    pack_.chain.push_back(link.name);
    apply_settings(link.settings, pack_, context_.diagnostics);
    if (const auto style = read_yaml(link.folder / "style.yaml")) {
      apply_style(*style, pack_.style, context_.diagnostics);
    }
    if (const auto glossary = read_yaml(link.folder / "glossary.yaml")) {
      glossary_.apply(*glossary, context_.diagnostics);
    }
    glossary_.store(pack_);
    if (const auto facts = read_text(link.folder / "facts.yaml")) {
      unread_ = !pack_.catalog.load(*facts, context_.sources, context_.diagnostics) || unread_;
    }
    const fs::path rules = link.folder / "rules.yaml";
    if (context_.world.is_file(rules)) pack_.rule_files.push_back(rules.string());
    load_folder(link.folder / "tables", table_files_, pack_.tables, load_table);
    load_folder(link.folder / "forms", form_files_, pack_.forms, load_form);
    load_chart_file(link.folder / "charts.yaml");
    if (const auto prose = read_text(link.folder / "disclosure.txt")) {
      load_prose(parse_prose(*prose, context_.sources, context_.diagnostics));
    }
    if (const auto correction = read_text(link.folder / "correction.txt")) {
      apply_prose(parse_prose(*correction, context_.sources, context_.diagnostics), pack_.correction,
                  context_.diagnostics);
    }
  }

  void load_prose(ProseFile&& file) {
    for (const Snippet& snippet : file.snippets) own_snippets_.push_back(snippet.name);
    apply_snippets(std::move(file.snippets), snippets_, context_.diagnostics);
    apply_prose(std::move(file), pack_.body, context_.diagnostics);
  }

  template <typename Template, typename Load>
  void load_folder(const fs::path& folder, SheetFiles& files, std::map<std::string, Template>& into, const Load& load) {
    const SheetFiles parents = files;
    for (const std::string& name : context_.world.list(folder)) {
      if (!name.ends_with(kYamlExtension)) continue;
      auto root = read_yaml(folder / name);
      if (!root) continue;
      std::string id = name.substr(0, name.size() - kYamlExtension.size());
      own_.push_back(id);
      files[id] = std::make_shared<const YamlNode>(inherit_sheet(*std::move(root), parents, context_.diagnostics));
      into[id] = load(id, *files[id], context_.diagnostics);
    }
  }

  void load_chart_file(const fs::path& path) {
    const auto root = read_yaml(path);
    if (!root) return;
    for (const YamlEntry& chart : root->entries) own_.push_back(chart.key);
    load_charts(*root, pack_.charts, context_.diagnostics);
  }

  void check_settings(const PackLink& link) {
    const Span span = link.settings.span;
    if (pack_.heading_numbers.size() != kHeadingLevels) {
      context_.diagnostics.error("E0528", span, "“编号”要写五级",
                                 "如 ['第{中文}部分　', '{中文}、', '（{中文}）', '{数}. ', '（{数}）']");
      pack_.heading_numbers.resize(kHeadingLevels);
    }
    const auto require = [&](const TextTemplate& text, std::string_view key) {
      if (!text.pieces.empty()) return;
      context_.diagnostics.error("E0528", span, "版式包和它的上级都没有写“" + std::string(key) + "”");
    };
    require(pack_.title_line, "标题");
    require(pack_.file_name, "文件名");
    require(pack_.workbook_name, "工作簿名");
    if (pack_.body.empty()) {
      context_.diagnostics.error("E0528", span, "版式包和它的上级都没有 disclosure.txt");
    }
  }

  const PackContext& context_;
  Pack& pack_;
  PackUse use_;
  Glossary glossary_;
  Snippets snippets_;
  SheetFiles table_files_;
  SheetFiles form_files_;
  std::vector<std::string> own_snippets_;  ///< of the disclosure.txt loaded last
  std::vector<std::string> own_;           ///< tables, forms and charts of the folder loaded last
  bool unread_ = false;                    ///< a file is there and could not be read to its end
};

}  // namespace

std::shared_ptr<const Pack> load_pack(const World& world, std::string_view name, int year, Sources& sources,
                                      Diagnostics& diagnostics, PackUse use) {
  const PackContext context{world, sources, diagnostics};
  const std::vector<PackLink> chain = find_pack_chain(context, name, year);
  if (chain.empty()) return nullptr;
  auto pack = std::make_shared<Pack>();
  return PackLoader(context, *pack, use).load(chain) ? pack : nullptr;
}

}  // namespace gongkai
