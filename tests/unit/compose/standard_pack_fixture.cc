#include "standard_pack_fixture.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "facts/explain.h"
#include "input/read_ledger.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// Every file below `folder` of the sources, under its name from the root on.
void add_folder(const std::string& folder, const std::string& as, std::map<std::string, std::string>& files) {
  const fs::path root = fs::path(GONGKAI_SOURCE_DIR) / folder;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    files["/" + as + "/" + fs::relative(entry.path(), root).generic_string()] = read_text(entry.path());
  }
}

std::map<std::string, std::string> shipped_files() {
  std::map<std::string, std::string> files;
  add_folder("templates", "templates", files);
  add_folder("data/classification", "data/classification", files);
  return files;
}

std::string text_of(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block.content)) return heading->number + plain_text(heading->runs);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return plain_text(paragraph->runs);
  return {};
}

}  // namespace

StandardDisclosure::StandardDisclosure(const std::map<std::string, std::string>& files, const std::string& year_file,
                                       std::string pack) {
  std::map<std::string, std::string> all = shipped_files();
  for (const auto& [name, text] : files) all[name.starts_with("/") ? name : "/单位/" + name] = text;
  world_ = std::make_unique<MemoryWorld>(std::move(all));
  compose_with(std::move(pack), "/单位/" + year_file);
}

StandardDisclosure StandardDisclosure::sample(const std::string& unit, const std::string& year_file, std::string pack) {
  std::map<std::string, std::string> found;
  add_folder("data/" + unit, "", found);
  std::map<std::string, std::string> files;
  for (auto& [name, text] : found) files[name.substr(2)] = std::move(text);
  return StandardDisclosure(files, year_file, std::move(pack));
}

void StandardDisclosure::compose_with(std::string pack, const std::string& year_path) {
  const Classification subjects = read_classification(*world_, *sources_, diagnostics_);
  ledger_ = read_ledger(*world_, year_path, subjects, *sources_, diagnostics_).ledger;
  if (!ledger_) return;
  const fs::path prior = prior_year_file(*world_, year_path);
  if (!prior.empty()) prior_ledger_ = read_ledger(*world_, prior, subjects, *sources_, diagnostics_).ledger;
  if (pack.empty()) pack = ledger_->unit.find("模板")->text;
  pack_ = load_pack(*world_, pack, ledger_->year_number, *sources_, diagnostics_);
  if (!pack_) return;
  const BookSettings settings{pack_->glossary, pack_->glossary_order, pack_->options};
  if (prior_ledger_) {
    prior_ = std::make_unique<FactBook>(pack_->catalog, *prior_ledger_, nullptr, diagnostics_, settings);
  }
  book_ = std::make_unique<FactBook>(pack_->catalog, *ledger_, prior_.get(), diagnostics_, settings);
  document_ = compose(*pack_, *book_, diagnostics_);
}

std::string StandardDisclosure::explain(const std::string& fact) const {
  const Fact* found = book_ == nullptr ? nullptr : book_->find(fact);
  return found == nullptr ? std::string() : explain_text(*found, *sources_, pack_->print);
}

std::vector<std::string> StandardDisclosure::lines() const {
  std::vector<std::string> lines;
  if (!document_) return lines;
  for (const Block& block : document_->blocks) {
    std::string text = text_of(block);
    if (!text.empty()) lines.push_back(std::move(text));
  }
  return lines;
}

std::string StandardDisclosure::prose() const {
  std::string all;
  for (const std::string& line : lines()) all += line + "\n";
  return all;
}

std::string StandardDisclosure::line(const std::string& start) const {
  for (const std::string& line : lines()) {
    if (line.starts_with(start)) return line;
  }
  return {};
}

const Table* StandardDisclosure::table(const std::string& id) const {
  if (!document_) return nullptr;
  for (const Block& block : document_->blocks) {
    const auto* table = std::get_if<Table>(&block.content);
    if (table != nullptr && table->id == id) return table;
  }
  return nullptr;
}

}  // namespace gongkai
