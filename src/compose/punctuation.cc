#include "compose/punctuation.h"

#include <string>
#include <string_view>
#include <variant>

#include "base/utf8.h"
#include "document/authored_place.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kMarks = U"，。；：、";

bool is_mark(char32_t c) {
  return kMarks.find(c) != std::u32string_view::npos;
}

/// `first` ends with a mark and `second` begins with one, or both are the same run.
void report_marks(const std::string& marks, const Run& first, const Run& second, Span place, Diagnostics& diagnostics) {
  Diagnostic& found =
      diagnostics.error("E0604", second.source.known() ? second.source : place, "标点重叠“" + marks + "”");
  point_at_authored(found, Runs{first, second});
  found.hint = authored_place(first).known() || authored_place(second).known()
                   ? "版式包在这段文字的前后已经有标点：账本里的文字不写句末的标点，开头也不写"
                   : "模板和填进去的文字各带了一个标点，去掉其中一个；账本里的文字不写句末句号，模板里可能没有的部"
                     "分连同标点放进 @如果";
}

void check_runs(const Runs& runs, Diagnostics& diagnostics) {
  char32_t before = 0;
  Span place;
  const Run* last = nullptr;  // the run `before` stands in
  for (const Run& run : runs) {
    for (const char32_t c : decode_utf8(run.text)) {
      if (is_mark(c) && is_mark(before)) {
        report_marks(encode_utf8(std::u32string{before, c}), *last, run, place, diagnostics);
      }
      before = c;
      last = &run;
    }
    if (run.source.known()) place = run.source;
  }
}

struct RunsOfBlock {
  Diagnostics& diagnostics;
  void operator()(const Heading& heading) const { check_runs(heading.runs, diagnostics); }
  void operator()(const Paragraph& paragraph) const { check_runs(paragraph.runs, diagnostics); }
  void operator()(const Table& table) const {
    for (const Runs& note : table.notes) check_runs(note, diagnostics);
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) check_runs(cell.runs, diagnostics);
    }
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

}  // namespace

void check_punctuation(const std::vector<Block>& blocks, Diagnostics& diagnostics) {
  for (const Block& block : blocks) std::visit(RunsOfBlock{diagnostics}, block.content);
}

}  // namespace gongkai
