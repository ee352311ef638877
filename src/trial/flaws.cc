#include "trial/flaws.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 6> kEmptyBrackets = {"（）", "()", "“”", "《》", "【】", "‘’"};
constexpr std::array<std::string_view, 7> kDoubled = {"万元万元", "元元", "%%", "年度年度", "与与", "占占", "为为"};
constexpr std::array<std::string_view, 6> kNotAtStart = {"，", "。", "；", "、", "：", "）"};
constexpr std::array<std::string_view, 4> kNotAtEnd = {"，", "、", "（", "其中"};
/// How a sentence may end; a bracket or a quotation mark may close after its stop.
constexpr std::array<std::string_view, 9> kStops = {"。", "；", "：", "！", "？", "…", "”", "）", "》"};
constexpr std::array<std::string_view, 5> kUnfinished = {"其中：。", "其中，。", "其中。", "主要是。", "主要原因是。"};

/// The template line of the character at a byte of the joined text.
Span place_of(const Runs& runs, std::size_t byte) {
  Span place;
  for (const Run& run : runs) {
    if (run.source.known()) place = run.source;
    if (byte < run.text.size()) break;
    byte -= run.text.size();
  }
  return place;
}

class FlawFinder {
 public:
  explicit FlawFinder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void find(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const Block* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
      const BlockContent& content = blocks[i].content;
      if (const auto* heading = std::get_if<Heading>(&content)) check_heading(*heading, next);
      if (const auto* paragraph = std::get_if<Paragraph>(&content)) check_paragraph(*paragraph, next);
      if (const auto* table = std::get_if<Table>(&content)) check_table(*table);
      if (const auto* cover = std::get_if<Cover>(&content)) check_cover(*cover);
    }
  }

 private:
  void report(const Runs& runs, std::size_t byte, const std::string& what) {
    diagnostics_.error("E0571", place_of(runs, byte), "成文后的句子不完整：" + what,
                       "看这一句在这种账本里怎样成文，用 @如果 存在(…) 把可能没有的部分连同标点一起包起来");
  }

  template <std::size_t N>
  void check_anywhere(const Runs& runs, const std::string& text, const std::array<std::string_view, N>& marks) {
    for (const std::string_view mark : marks) {
      const std::size_t at = text.find(mark);
      if (at != std::string::npos) report(runs, at, "有“" + std::string(mark) + "”");
    }
  }

  void check_text(const Runs& runs) {
    const std::string text = plain_text(runs);
    check_anywhere(runs, text, kEmptyBrackets);
    check_anywhere(runs, text, kDoubled);
    check_anywhere(runs, text, kUnfinished);
    for (const std::string_view mark : kNotAtStart) {
      if (text.starts_with(mark)) report(runs, 0, "以“" + std::string(mark) + "”开头");
    }
    for (const std::string_view mark : kNotAtEnd) {
      if (text.ends_with(mark)) report(runs, text.size() - 1, "以“" + std::string(mark) + "”结尾");
    }
  }

  void check_heading(const Heading& heading, const Block* next) {
    check_text(heading.runs);
    const auto* follower = next == nullptr ? nullptr : std::get_if<Heading>(&next->content);
    if (next != nullptr && (follower == nullptr || follower->level > heading.level)) return;
    diagnostics_.warning("W0572", place_of(heading.runs, 0), "“" + plain_text(heading.runs) + "”下面什么也没有",
                         "没有内容时写一句说明，或用 @如果 把标题一起略去");
  }

  void check_cover(const Cover& cover) {
    check_text(cover.title);
    for (const Runs& line : cover.lines) check_text(line);
  }

  /// A text with a comma in it is a sentence; names, dates and telephone numbers are not.
  void check_stop(const Paragraph& paragraph, const std::string& text) {
    const bool body = paragraph.kind == ParagraphKind::Body || paragraph.kind == ParagraphKind::NumberedBody;
    if (!body || text.find("，") == std::string::npos) return;
    const auto ends = [&](std::string_view mark) { return text.ends_with(mark); };
    if (std::ranges::any_of(kStops, ends) || std::ranges::any_of(kNotAtEnd, ends)) return;
    report(paragraph.runs, text.size() - 1, "没有以句号结尾");
  }

  /// “……如下：” promises that something follows.
  void check_paragraph(const Paragraph& paragraph, const Block* next) {
    check_text(paragraph.runs);
    const std::string text = plain_text(paragraph.runs);
    check_stop(paragraph, text);
    if (!text.ends_with("：")) return;
    const auto* heading = next == nullptr ? nullptr : std::get_if<Heading>(&next->content);
    if (next != nullptr && (heading == nullptr || heading->level > 2)) return;
    report(paragraph.runs, text.size() - 1, "“：”后面没有下文");
  }

  void check_table(const Table& table) {
    for (const Runs& note : table.notes) check_text(note);
    if (table.role != TableRole::Statistical || !is_empty(table) || says_empty(table)) return;
    diagnostics_.warning("W0573", head_of(table), "“" + table.title + "”没有数，却没有说明",
                         "在这张表的文件里写“空表”，如 空表: '{单位.称谓}{年度}年度没有……，故本表无数据。'");
  }

  /// The template line of the table's first words.
  static Span head_of(const Table& table) {
    for (const std::vector<Cell>& row : table.rows) {
      for (const Cell& cell : row) {
        for (const Run& run : cell.runs) {
          if (run.source.known()) return run.source;
        }
      }
    }
    return {};
  }

  static bool is_empty(const Table& table) {
    return std::ranges::all_of(table.rows, [](const std::vector<Cell>& row) {
      return std::ranges::all_of(row, [](const Cell& cell) {
        if (cell.fact == nullptr || !cell.fact->exists()) return true;
        if (const Money* amount = cell.fact->amount()) return amount->is_zero();
        const auto* count = std::get_if<std::int64_t>(&cell.fact->value);
        return count == nullptr || *count == 0;
      });
    });
  }

  static bool says_empty(const Table& table) {
    return std::ranges::any_of(table.notes, [](const Runs& note) {
      const std::string text = plain_text(note);
      return text.find("没有") != std::string::npos || text.find("无") != std::string::npos;
    });
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void find_flaws(const Document& document, Diagnostics& diagnostics) {
  FlawFinder(diagnostics).find(document.blocks);
}

}  // namespace gongkai
