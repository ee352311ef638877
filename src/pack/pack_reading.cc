#include "pack/pack_reading.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "pack/chart_loader.h"
#include "pack/form_loader.h"
#include "pack/glossary.h"
#include "pack/inheritance.h"
#include "pack/name_check.h"
#include "pack/pack_chain.h"
#include "pack/pack_context.h"
#include "pack/pack_files.h"
#include "pack/pack_settings.h"
#include "pack/prose_parser.h"
#include "pack/sheet_inheritance.h"
#include "pack/snippets.h"
#include "pack/table_loader.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadingLevels = 5;

/// All but the facts, link by link, each over those before it.
class ContentReader {
 public:
  ContentReader(Pack& pack, const Sources& sources, Diagnostics& diagnostics)
      : pack_(pack), sources_(sources), diagnostics_(diagnostics) {
    pack_.style = Style::standard();
  }

  void read(const PackLink& link, const LinkFiles& files) {
    own_.clear();
    own_snippets_.clear();
    pack_.name = link.name;
    pack_.chain.push_back(link.name);
    apply_settings(link.settings, pack_, diagnostics_);
    if (const auto style = parse(files.style)) apply_style(*style, pack_.style, diagnostics_);
    if (const auto glossary = parse(files.glossary)) glossary_.apply(*glossary, diagnostics_);
    glossary_.store(pack_);
    read_sheets(files.tables, table_files_, pack_.tables, load_table);
    read_sheets(files.forms, form_files_, pack_.forms, load_form);
    read_charts(files.charts);
    if (files.disclosure) read_prose(parse_prose(*files.disclosure, sources_, diagnostics_));
    if (!files.correction) return;
    apply_prose(parse_prose(*files.correction, sources_, diagnostics_), pack_.correction, diagnostics_);
  }

  /// What can be said of the texts by themselves, and the snippets put into them. Call when all links are read.
  void finish(Diagnostics& findings) {
    check_block_names(pack_.body, findings);
    check_block_names(pack_.correction, findings);
    expand_snippets(snippets_, own_snippets_, pack_.body, findings);
    expand_snippets(snippets_, {}, pack_.correction, findings);
  }

  bool unread() const { return unread_; }
  const Glossary& glossary() const { return glossary_; }
  /// Tables, forms and charts of the folder read last.
  const std::vector<std::string>& own() const { return own_; }

 private:
  std::optional<YamlNode> parse(const std::optional<FileId>& file) {
    if (!file) return std::nullopt;
    auto root = parse_pack_yaml(*file, sources_, diagnostics_);
    unread_ = unread_ || !root;
    return root;
  }

  void read_prose(ProseFile&& file) {
    for (const Snippet& snippet : file.snippets) own_snippets_.push_back(snippet.name);
    apply_snippets(std::move(file.snippets), snippets_, diagnostics_);
    apply_prose(std::move(file), pack_.body, diagnostics_);
  }

  template <typename Template, typename Load>
  void read_sheets(const std::vector<std::pair<std::string, FileId>>& sheets, SheetFiles& files,
                   std::map<std::string, Template>& into, const Load& load) {
    const SheetFiles parents = files;
    for (const auto& [id, file] : sheets) {
      auto root = parse(file);
      if (!root) continue;
      own_.push_back(id);
      files[id] = std::make_shared<const YamlNode>(inherit_sheet(*std::move(root), parents, diagnostics_));
      into[id] = load(id, *files[id], diagnostics_);
    }
  }

  void read_charts(const std::optional<FileId>& file) {
    const auto root = parse(file);
    if (!root) return;
    for (const YamlEntry& chart : root->entries) own_.push_back(chart.key);
    load_charts(*root, pack_.charts, diagnostics_);
  }

  Pack& pack_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  Glossary glossary_;
  Snippets snippets_;
  SheetFiles table_files_;
  SheetFiles form_files_;
  std::vector<std::string> own_snippets_;  ///< of the disclosure.txt read last
  std::vector<std::string> own_;
  bool unread_ = false;  ///< a file could not be read to its end
};

/// The options of a pack and of those it extends, as they are written.
std::vector<std::string> declared_options(const std::vector<PackLink>& chain) {
  std::vector<std::string> names;
  for (const PackLink& link : chain) {
    const YamlNode* options = link.settings.find("选项");
    if (options == nullptr) continue;
    for (const YamlEntry& option : options->entries) names.push_back(option.key);
  }
  return names;
}

void check_settings(Pack& pack, Span span, Diagnostics& diagnostics) {
  if (pack.heading_numbers.size() != kHeadingLevels) {
    diagnostics.error("E0528", span, "“编号”要写五级",
                      "如 ['第{中文}部分　', '{中文}、', '（{中文}）', '{数}. ', '（{数}）']");
    pack.heading_numbers.resize(kHeadingLevels);
  }
  const auto require = [&](const TextTemplate& text, std::string_view key) {
    if (!text.pieces.empty()) return;
    diagnostics.error("E0528", span, "版式包和它的上级都没有写“" + std::string(key) + "”");
  };
  require(pack.title_line, "标题");
  require(pack.file_name, "文件名");
  require(pack.workbook_name, "工作簿名");
  if (pack.body.empty()) diagnostics.error("E0528", span, "版式包和它的上级都没有 disclosure.txt");
}

}  // namespace

struct PackReading::Impl {
  const Sources& sources;
  PackUse use;
  std::vector<PackLink> chain;
  std::vector<LinkFiles> files;  ///< of each link
  std::shared_ptr<Pack> pack = std::make_shared<Pack>();
  // Of each reading its own, so that they may go side by side.
  Diagnostics of_facts;  ///< held back: not to be said when something was not read
  bool facts_unread = false;
  Diagnostics of_contents;  ///< likewise
  std::optional<ContentReader> contents;
};

PackReading::PackReading(const World& world, std::string_view name, int year, Sources& sources,
                         Diagnostics& diagnostics, PackUse use)
    : impl_(new Impl{.sources = sources, .use = use}) {
  const PackContext context{world, sources, diagnostics};
  impl_->chain = find_pack_chain(context, name, year);
  for (const PackLink& link : impl_->chain) {
    impl_->files.push_back(read_link_files(context, link));
    const fs::path rules = link.folder / "rules.yaml";
    if (world.is_file(rules)) impl_->pack->rule_files.push_back(rules.string());
  }
}

PackReading::~PackReading() = default;

bool PackReading::found() const {
  return !impl_->chain.empty();
}

std::vector<std::string> PackReading::chain() const {
  std::vector<std::string> names;
  for (const PackLink& link : impl_->chain) names.push_back(link.name);
  return names;
}

const FactCatalog& PackReading::catalog() const {
  return impl_->pack->catalog;
}

const std::vector<std::string>& PackReading::rule_files() const {
  return impl_->pack->rule_files;
}

void PackReading::read_facts(Diagnostics& diagnostics) {
  FactCatalog& catalog = impl_->pack->catalog;
  catalog.set_options(declared_options(impl_->chain));
  for (const LinkFiles& files : impl_->files) {
    if (files.facts && !catalog.load(*files.facts, impl_->sources, diagnostics)) impl_->facts_unread = true;
  }
  if (!impl_->facts_unread) catalog.check(impl_->of_facts);
}

void PackReading::read_contents(Diagnostics& diagnostics) {
  ContentReader& contents = impl_->contents.emplace(*impl_->pack, impl_->sources, diagnostics);
  for (std::size_t i = 0; i < impl_->chain.size(); ++i) contents.read(impl_->chain[i], impl_->files[i]);
  if (!contents.unread()) contents.finish(impl_->of_contents);
}

std::shared_ptr<const Pack> PackReading::finish(Diagnostics& diagnostics) {
  if (!impl_->contents) return nullptr;
  const ContentReader& contents = *impl_->contents;
  const bool unreadable = std::ranges::any_of(impl_->files, &LinkFiles::unreadable);
  if (unreadable || impl_->facts_unread || contents.unread()) return nullptr;
  Pack& pack = *impl_->pack;
  diagnostics.append(impl_->of_contents);
  const bool foundation = impl_->use == PackUse::Extending && impl_->chain.size() == 1 && pack.body.empty();
  if (!foundation) check_settings(pack, impl_->chain.back().settings.span, diagnostics);
  diagnostics.append(impl_->of_facts);
  check_names(pack, foundation ? std::vector<std::string>() : contents.own(), diagnostics);
  check_glossary(contents.glossary(), pack.catalog, diagnostics);
  return impl_->pack;
}

std::shared_ptr<const Pack> load_pack(const World& world, std::string_view name, int year, Sources& sources,
                                      Diagnostics& diagnostics, PackUse use) {
  PackReading reading(world, name, year, sources, diagnostics, use);
  if (!reading.found()) return nullptr;
  reading.read_facts(diagnostics);
  reading.read_contents(diagnostics);
  return reading.finish(diagnostics);
}

}  // namespace gongkai
