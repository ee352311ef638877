#include "compare/printed_search.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "compare/cell_names.h"

namespace gongkai {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A line of runs as it is searched: without blanks and thousands separators, each byte knowing its run.
struct SearchedLine {
  std::string text;
  std::string squeezed;              ///< as printed, without blanks only
  std::vector<std::size_t> run_of;   ///< by byte of `text`
  std::vector<std::size_t> printed;  ///< by byte of `text`: squeezed bytes before it, separators counted

  explicit SearchedLine(const Runs& runs) {
    std::size_t place = 0;
    for (std::size_t run = 0; run < runs.size(); ++run) {
      const std::string piece = squeeze_blanks(runs[run].text);
      squeezed += piece;
      add(piece, run, place);
    }
  }

  /// Squeezed bytes before the end of a stretch of `text`.
  std::size_t printed_end(std::size_t end) const { return printed[end - 1] + 1; }

 private:
  void add(const std::string& piece, std::size_t run, std::size_t& place) {
    for (std::size_t i = 0; i < piece.size(); ++i, ++place) {
      const bool inside = i > 0 && i + 1 < piece.size() && is_digit(piece[i - 1]) && is_digit(piece[i + 1]);
      if (piece[i] == ',' && inside) continue;
      text += piece[i];
      run_of.push_back(run);
      printed.push_back(place);
    }
  }
};

/// Whether [begin, end) cuts a number in two.
bool cuts_a_number(const std::string& text, std::size_t begin, std::size_t end) {
  const auto in_number = [&](std::size_t at) {
    if (is_digit(text[at])) return true;
    return text[at] == '.' && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
  };
  const bool left = begin > 0 && in_number(begin - 1) && in_number(begin);
  return left || (end < text.size() && in_number(end - 1) && in_number(end));
}

/// The sentence, or sentences, that hold [begin, end).
std::string sentences_around(const std::string& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kStop = "。";
  const std::size_t before = text.substr(0, begin).rfind(kStop);
  const std::size_t first = before == std::string::npos ? 0 : before + kStop.size();
  if (text.substr(0, end).ends_with(kStop)) return text.substr(first, end - first);
  const std::size_t after = text.find(kStop, end);
  return text.substr(first, after == std::string::npos ? after : after + kStop.size() - first);
}

class PrintedSearch {
 public:
  PrintedSearch(const Document& document, const PageIndex* pages, std::string_view text, std::string_view page)
      : document_(document), pages_(pages), page_(page) {
    wanted_ = SearchedLine({{std::string(text), nullptr, {}}}).text;
  }

  std::vector<PrintedMatch> run() {
    if (wanted_.empty()) return {};
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      std::visit([this](const auto& content) { search(content); }, document_.blocks[block_].content);
    }
    return std::move(found_);
  }

 private:
  void search(const Contents&) {}
  void search(const PageBreak&) {}
  void search(const Cover& cover) {
    search_line(cover.title, "封面", pages_ == nullptr ? -1 : pages_->page_at(block_, 0));
    for (const Runs& line : cover.lines) search_line(line, "封面", pages_ == nullptr ? -1 : pages_->page_at(block_, 0));
  }
  void search(const Heading& heading) {
    Runs runs = heading.runs;
    runs.insert(runs.begin(), {heading.number, nullptr, {}});
    section_ = plain_text(runs);
    search_prose(runs);
  }
  void search(const Paragraph& paragraph) { search_prose(paragraph.runs); }
  void search(const Table& table) {
    const std::string title = table_name(table);
    const CellNames names(table);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const Cell& cell = table.rows[row][column];
        if (cell.covered || cell.runs.empty()) continue;
        const CellName& name = names.at(row, column);
        Runs runs = cell.runs;
        if (runs.front().fact == nullptr) runs.front().fact = cell.fact;
        const int page = pages_ == nullptr ? -1 : pages_->page_of_cell(block_, row, column);
        search_line(runs, title + "　" + name.row + (name.column.empty() ? "" : "，" + name.column), page);
      }
    }
    std::size_t ordinal = 0;
    for (const Runs& note : table.notes) {
      if (note.empty()) continue;
      search_line(note, title + "　注", pages_ == nullptr ? -1 : pages_->page_of_note(block_, ordinal++));
    }
  }
  void search(const Chart& chart) {
    const int page = pages_ == nullptr ? -1 : pages_->page_at(block_, 0);
    for (const ChartPoint& point : chart.points) {
      const std::string where = chart.caption + "　" + point.label;
      search_line({{point.value_text, point.fact, {}}}, where, page);
      search_line({{point.share_text, point.share, {}}}, where, page);
    }
  }

  /// Each occurrence has a page of its own: a paragraph may run over.
  void search_prose(const Runs& runs) {
    const SearchedLine line(runs);
    for_each_occurrence(line, [&](std::size_t begin, std::size_t end) {
      add(runs, line, begin, end, section_, pages_ == nullptr ? -1 : pages_->page_at(block_, line.printed[begin]));
    });
  }
  void search_line(const Runs& runs, const std::string& where, int page) {
    const SearchedLine line(runs);
    for_each_occurrence(line, [&](std::size_t begin, std::size_t end) { add(runs, line, begin, end, where, page); });
  }

  template <typename Use>
  void for_each_occurrence(const SearchedLine& line, Use use) const {
    for (auto at = line.text.find(wanted_); at != std::string::npos;
         at = line.text.find(wanted_, at + wanted_.size())) {
      if (!cuts_a_number(line.text, at, at + wanted_.size())) use(at, at + wanted_.size());
    }
  }

  void add(const Runs& runs, const SearchedLine& line, std::size_t begin, std::size_t end, const std::string& where,
           int page) {
    if (!page_.empty() && (page < 0 || !pages_->is_labelled(page, page_))) return;
    const std::string context = sentences_around(line.squeezed, line.printed[begin], line.printed_end(end));
    PrintedMatch match{page < 0 ? "" : pages_->name_of(page), where, context, {}, {}};
    for (std::size_t run = line.run_of[begin]; run <= line.run_of[end - 1]; ++run) {
      if (runs[run].fact != nullptr) match.parts.push_back({runs[run].text, runs[run].fact});
      if (!match.source.known()) match.source = runs[run].source;
    }
    found_.push_back(std::move(match));
  }

  const Document& document_;
  const PageIndex* pages_;
  std::string_view page_;
  std::string wanted_;
  std::size_t block_ = 0;
  std::string section_;
  std::vector<PrintedMatch> found_;
};

}  // namespace

std::vector<PrintedMatch> find_printed(const Document& document, const PageIndex* pages, std::string_view text,
                                       std::string_view page) {
  return PrintedSearch(document, pages, text, page).run();
}

}  // namespace gongkai
