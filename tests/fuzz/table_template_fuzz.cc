// Tables and forms of a pack, from YAML text to templates.
#include "pack/form_loader.h"
#include "pack/table_loader.h"
#include "target.h"
#include "yaml/yaml_document.h"

namespace gongkai::fuzz {
namespace {

void run(std::string text) {
  if (text.starts_with("\uFEFF") || text.find('\0') != std::string::npos) return;
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("表.yaml", std::move(text));
  const YamlDocument document = parse_yaml(file, sources, diagnostics);
  if (document.root && document.root->kind == YamlKind::Map) {
    const TableTemplate table = load_table("表", *document.root, diagnostics);
    expect(!table.panels.empty() || diagnostics.has_errors(), "a table without columns that nobody missed");
    load_form("表", *document.root, diagnostics);
  }
  expect_presentable(diagnostics, sources, Columns::MayRunOn);
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::run(gongkai::fuzz::valid_text({reinterpret_cast<const char*>(data), size}));
  return 0;
}
