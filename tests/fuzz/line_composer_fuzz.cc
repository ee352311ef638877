// Any text in any measure: every byte belongs to one line, every visible character is set, no line leaves the measure.
#include <string>

#include "byte_source.h"
#include "layout/line_composer.h"
#include "layout_fonts.h"
#include "target.h"
#include "visible_text.h"

namespace gongkai::fuzz {
namespace {

TextSpec spec_from(ByteSource& bytes) {
  static constexpr std::string_view kRoles[] = {"仿宋", "楷体", "黑体", "小标宋", "宋体"};
  TextSpec spec;
  spec.role = kRoles[bytes.below(5)];
  spec.size = 6 + static_cast<double>(bytes.below(40)) / 2;
  spec.width = static_cast<double>(bytes.below(500));
  spec.align = static_cast<TextAlign>(bytes.below(4));
  spec.first_indent = static_cast<double>(bytes.below(3));
  spec.rest_indent = static_cast<double>(bytes.below(3));
  return spec;
}

void expect_whole(const ComposedText& set, const std::string& text, const TextSpec& spec) {
  std::size_t covered = 0;
  std::string shown;
  for (const Line& line : set.lines) {
    expect(line.begin == covered && line.end >= line.begin, "a line does not begin where the last one ended");
    covered = line.end;
    for (const GlyphRun& run : line.runs) shown += run.text;
    if (spec.width > 0 && !line.overflow) expect(line.x + line.width <= spec.width + 0.01, "wider than the measure");
  }
  expect(covered == text.size(), "bytes behind the last line");
  if (set.complete) expect(visible_text(shown) == visible_text(text), "a character is lost");
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  using namespace gongkai::fuzz;
  ByteSource bytes(data, size);
  const TextSpec spec = spec_from(bytes);
  const std::string text = valid_text(bytes.rest());
  Diagnostics diagnostics;
  layout_fonts().trim_cache();
  LineComposer composer(layout_fonts(), diagnostics);
  const ComposedText set = composer.compose(text, spec);
  expect(set.complete || diagnostics.has_errors(), "a character left out without a word");
  expect_whole(set, text, spec);
  return 0;
}
