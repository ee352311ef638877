// The YAML reader: no crash, no endless work, places inside the text, a tree no deeper than promised.
#include "base/utf8.h"
#include "target.h"
#include "yaml/yaml_document.h"

namespace gongkai::fuzz {
namespace {

std::size_t depth_of(const YamlNode& node) {
  std::size_t deepest = 0;
  for (const YamlEntry& entry : node.entries) deepest = std::max(deepest, depth_of(entry.value));
  return deepest + 1;
}

void expect_sound(const YamlNode& node) {
  expect(node.span.line > 0, "a node without a place");
  expect(!find_invalid_utf8(node.text) || node.broken, "a scalar that is not UTF-8 and not refused");
  for (const YamlEntry& entry : node.entries) {
    expect(node.kind != YamlKind::Map || !entry.key.empty(), "a key without characters");
    expect_sound(entry.value);
  }
}

void run(std::string text) {
  if (text.starts_with("\uFEFF") || text.find('\0') != std::string::npos) return;
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("年.yaml", std::move(text));
  const YamlDocument document = parse_yaml(file, sources, diagnostics);
  expect(document.complete || diagnostics.has_errors(), "a text that was cut without a word");
  if (document.root) {
    expect(depth_of(*document.root) <= kMaxYamlDepth + 1, "deeper than allowed");
    expect_sound(*document.root);
  }
  expect_presentable(diagnostics, sources);
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::run(gongkai::fuzz::valid_text({reinterpret_cast<const char*>(data), size}));
  return 0;
}
