#include "target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"

namespace gongkai::fuzz {
namespace {

/// Lines a text of this many line feeds has.
std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

void expect_in_source(const Span& span, const Sources& sources, Columns columns) {
  if (!span.known()) return;
  const SourceFile& file = sources.file(span.file);
  expect(span.line <= count_lines(file.text), "a line behind the end of the file");
  expect(span.column >= 1, "a column before the line");
  if (columns == Columns::MayRunOn) return;
  expect(span.column <= count_characters(file.line(span.line)) + 1, "a column behind the line");
}

}  // namespace

void expect(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "finding: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string valid_text(std::string_view bytes) {
  return encode_utf8(decode_utf8(bytes));
}

void expect_presentable(const Diagnostics& diagnostics, const Sources& sources, Columns columns) {
  constexpr std::size_t kLookedAt = 50;
  for (std::size_t i = 0; i < std::min(kLookedAt, diagnostics.items().size()); ++i) {
    const Diagnostic& item = diagnostics.items()[i];
    expect_in_source(item.span, sources, columns);
    for (const DiagnosticNote& note : item.notes) expect_in_source(note.span, sources, columns);
    expect(!item.message.empty() && !item.code.empty(), "a diagnostic that says nothing");
  }
  expect(!find_invalid_utf8(render_text(diagnostics, sources)), "the report is not UTF-8");
  expect(!find_invalid_utf8(render_json(diagnostics, sources)), "the JSON report is not UTF-8");
}

}  // namespace gongkai::fuzz
