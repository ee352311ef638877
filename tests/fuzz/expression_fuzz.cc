// Expressions: parsed or refused with a place, said in words, and nested no deeper than those who walk them can bear.
#include "base/utf8.h"
#include "expr/parse.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

void expect_placed(const Expr& expr, std::size_t characters, int depth) {
  expect(depth < 2'000, "too deep to walk");
  expect(expr.span.column >= 1 && expr.span.column + expr.span.length <= characters + 2, "a place outside the text");
  for (const ExprPtr& child : expr.children) expect_placed(*child, characters, depth + 1);
  for (const SelectFilter& filter : expr.filters) expect_placed(*filter.value, characters, depth + 1);
}

void run(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\r' ? ' ' : c;
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("式.yaml", text);
  const ExprPtr expr = parse_expression(text, {file, 1, 1, 1}, diagnostics);
  expect((expr == nullptr) == diagnostics.has_errors(), "neither parsed nor refused");
  if (expr != nullptr) {
    expect_placed(*expr, count_characters(text), 0);
    expect(!to_words(*expr).empty(), "no words for it");
  }
  expect_presentable(diagnostics, sources);
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::run(gongkai::fuzz::valid_text({reinterpret_cast<const char*>(data), size}));
  return 0;
}
