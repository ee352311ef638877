#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/printed_figure.h"
#include "base/number_format.h"
#include "base/utf8.h"
#include "input/leftovers.h"

namespace gongkai {
namespace {

/// The level of “第一部分　”, “一、”, “（一）”, “1. ”, “（1）” at the beginning of a line and the number with its
/// marks.
struct LeadingNumber {
  std::size_t level = 0;  ///< 0: the line has no number
  std::string text;
};

LeadingNumber leading_number(const std::string& line) {
  constexpr std::size_t kLongest = 6;
  const std::u32string start = decode_utf8(line).substr(0, kLongest);
  const bool bracket = start.starts_with(U'（') || start.starts_with(U'(');
  const std::size_t end = start.find_first_of(bracket ? U"）)" : U"、.．");
  if (end == std::u32string::npos) return {};
  const bool digits = start[bracket ? 1 : 0] >= U'0' && start[bracket ? 1 : 0] <= U'9';
  const std::size_t level = bracket ? (digits ? 5 : 3) : (digits ? 4 : 2);
  return {level, encode_utf8(start.substr(0, end + 1))};
}

/// 1 for “第一部分　”, “一、”, “（一）”, “1. ”; 0 when there is no number to read.
int ordinal_of(const std::string& number) {
  std::u32string core;
  for (const char32_t c : decode_utf8(number)) {
    constexpr std::u32string_view kAround = U"第部分、（）().．　 ";
    if (kAround.find(c) == std::u32string_view::npos) core += c;
  }
  const std::string text = encode_utf8(core);
  for (int value = 1; value < 100; ++value) {
    if (text == chinese_ordinal(value) || text == std::to_string(value)) return value;
  }
  return 0;
}

class DocumentAudit {
 public:
  DocumentAudit(const Document& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {}

  void run() {
    for (const Block& block : document_.blocks) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) {
        check_number(*heading);
        check_line(heading->runs);
      } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        check_number(*paragraph);
        check_line(paragraph->runs);
      } else if (const auto* table = std::get_if<Table>(&block.content)) {
        check_table(*table);
      }
    }
  }

 private:
  void check_table(const Table& table) {
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) {
        if (cell.covered) continue;
        check_runs(cell.runs, table.number);
        const bool figure = cell.kind == CellKind::Amount || cell.kind == CellKind::Count;
        if (!figure || cell.fact == nullptr) continue;
        if (!agrees_with_fact(plain_text(cell.runs), *cell.fact))
          report_figure(plain_text(cell.runs), *cell.fact, cell.source, table.number);
      }
    }
    for (const Runs& note : table.notes) check_line(note);
  }

  void check_line(const Runs& runs) {
    check_runs(runs, "");
    const std::string line = plain_text(runs);
    if (const auto leftover = find_leftover(line)) {
      diagnostics_.error("E0973", runs.empty() ? Span{} : runs.front().source,
                         "成文里还有“" + leftover->text + "”：" + line, "改写这一句所用的模板或原文");
    }
  }

  void check_runs(const Runs& runs, const std::string& group) {
    for (const Run& run : runs) {
      if (run.fact != nullptr) {
        if (!agrees_with_fact(run.text, *run.fact)) report_figure(run.text, *run.fact, run.source, group);
      } else if (run.source.known() && run.source.file < kFirstUnitFile && states_a_figure(run.text)) {
        diagnostics_.error("E0974", run.source, "模板文字里有手写的金额或百分数：" + run.text,
                           "改用事实，例如 {收支总计}万元");
      }
    }
  }

  void report_figure(const std::string& text, const Fact& fact, Span span, const std::string& group) {
    Diagnostic& d = diagnostics_.error("E0971", span, "印出的“" + text + "”与“" + fact.name + "”的值不同");
    d.group = group;
  }

  void check_number(const Heading& heading) {
    in_list_ = false;
    count(static_cast<std::size_t>(heading.level), heading.number, heading.runs, false);
  }

  /// Paragraphs are numbered on from the headings of their level; a new list may begin at one again.
  void check_number(const Paragraph& paragraph) {
    const bool numbered = paragraph.kind == ParagraphKind::NumberedBody;
    const LeadingNumber number = numbered ? leading_number(plain_text(paragraph.runs)) : LeadingNumber{};
    if (number.level > 0) count(number.level, number.text, paragraph.runs, !in_list_);
    in_list_ = number.level > 0;
  }

  void count(std::size_t level, const std::string& number, const Runs& runs, bool may_begin) {
    counters_.resize(std::max(counters_.size(), level + 1));
    for (std::size_t below = level + 1; below < counters_.size(); ++below) counters_[below] = 0;
    const int ordinal = ordinal_of(number);
    if (ordinal == 0) return;
    const std::string line = plain_text(runs);
    if (ordinal != counters_[level] + 1 && !(may_begin && ordinal == 1)) {
      diagnostics_.warning("W0975", runs.empty() ? Span{} : runs.front().source,
                           "“" + (line.starts_with(number) ? line : number + line) + "”的编号不接上一个",
                           "长文里自己编的号请按次序写");
    }
    counters_[level] = ordinal;
  }

  const Document& document_;
  Diagnostics& diagnostics_;
  std::vector<int> counters_;  ///< by level
  bool in_list_ = false;       ///< the block before was a numbered paragraph
};

}  // namespace

void audit_document(const Document& document, Diagnostics& diagnostics) {
  DocumentAudit(document, diagnostics).run();
}

}  // namespace gongkai
