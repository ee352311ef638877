// The text of a pack (disclosure.txt): lines, directives, values in braces.
#include "pack/prose_parser.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

void expect_placed(const std::vector<TemplateNode>& nodes, int depth) {
  expect(depth < 100, "too deep to walk");
  for (const TemplateNode& node : nodes) {
    expect(node.span.line > 0, "a node without a place");
    expect_placed(node.children, depth + 1);
    for (const Branch& branch : node.branches) expect_placed(branch.children, depth + 1);
  }
}

void run(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("disclosure.txt", std::move(text));
  const ProseFile prose = parse_prose(file, sources, diagnostics);
  expect_placed(prose.body, 0);
  for (const ProseEdit& edit : prose.edits) expect_placed(edit.children, 0);
  for (const Snippet& snippet : prose.snippets) expect_placed(snippet.children, 0);
  expect_presentable(diagnostics, sources);
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::run(gongkai::fuzz::valid_text({reinterpret_cast<const char*>(data), size}));
  return 0;
}
