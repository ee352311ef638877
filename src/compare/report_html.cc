#include <utility>

#include "base/utf8.h"
#include "compare/comparison.h"
#include "compare/sequence_match.h"

namespace gongkai {
namespace {

constexpr const char* kStyle = R"(
body{font:15px/1.7 "Noto Serif CJK SC","Songti SC",SimSun,serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;border-bottom:1px solid #888;margin-top:2rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left}
td{vertical-align:top}th{background:#f0f0ec}.n{text-align:right;white-space:nowrap}
del{background:#fbe3e0}ins{background:#dff2e0;text-decoration:none}.p{color:#666;white-space:nowrap}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
)";

std::string escape(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'&') {
      out += "&amp;";
    } else if (c == U'"') {
      out += "&quot;";
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string escape(const std::string& text) {
  return escape(decode_utf8(text));
}

std::string mark(const char* tag, std::u32string_view text) {
  return text.empty() ? std::string() : std::string("<") + tag + ">" + escape(text) + "</" + tag + ">";
}

/// Old and new text with what differs marked, character by character.
std::pair<std::string, std::string> marked(const std::string& before, const std::string& after) {
  const std::u32string old_text = decode_utf8(before);
  const std::u32string new_text = decode_utf8(after);
  const std::u32string_view olds = old_text;
  const std::u32string_view news = new_text;
  const auto same = [&](std::size_t i, std::size_t j) { return olds[i] == news[j]; };
  std::pair<std::string, std::string> out;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const SequenceGap& gap : sequence_gaps(olds.size(), news.size(), same)) {
    out.first += escape(olds.substr(i, gap.before_begin - i));
    out.second += escape(news.substr(j, gap.after_begin - j));
    out.first += mark("del", olds.substr(gap.before_begin, gap.before_end - gap.before_begin));
    out.second += mark("ins", news.substr(gap.after_begin, gap.after_end - gap.after_begin));
    i = gap.before_end;
    j = gap.after_end;
  }
  out.first += escape(olds.substr(i));
  out.second += escape(news.substr(j));
  return out;
}

std::string cell(const std::string& html, const char* style = "") {
  return (*style == '\0' ? std::string("<td>") : std::string("<td class=") + style + ">") + html + "</td>";
}

/// A section with its table; nothing when there is nothing to show.
std::string section(const std::string& title, const std::string& heads, const std::string& rows, std::size_t count) {
  if (count == 0) return {};
  return "<h2>" + title + "（" + std::to_string(count) + "）</h2>\n<table><thead><tr>" + heads +
         "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
}

std::string figure_rows(const Comparison& comparison) {
  std::string rows;
  for (const FigureChange& c : comparison.figures) {
    const auto [before, after] = marked(c.before, c.after);
    const std::string& place = c.place_after.empty() ? c.place_before : c.place_after;
    rows += "<tr>" + cell(escape(c.path)) + cell(before) + cell(after) + cell(escape(place), "p") + "</tr>\n";
  }
  return rows;
}

std::string fact_rows(const Comparison& comparison) {
  std::string rows;
  for (const FactChange& c : comparison.facts) {
    const auto [before, after] = marked(c.before, c.after);
    std::string because;
    for (const std::string& input : c.because) because += (because.empty() ? "" : "<br>") + escape(input);
    rows += "<tr>" + cell(escape(c.name)) + cell(before) + cell(after) + cell(because) + "</tr>\n";
  }
  return rows;
}

std::string cell_rows(const Comparison& comparison) {
  std::string rows;
  for (const CellChange& c : comparison.cells) {
    const auto [before, after] = marked(c.before, c.after);
    rows += "<tr>" + cell(escape(c.table)) + cell(escape(c.row)) + cell(escape(c.column)) + cell(before, "n") +
            cell(after, "n") + cell(escape(c.page), "p") + "</tr>\n";
  }
  return rows;
}

std::string sentence_rows(const Comparison& comparison) {
  const auto with_page = [](const std::string& text, const std::string& page) {
    return cell(text + "<br><span class=p>" + escape(page) + "</span>");
  };
  std::string rows;
  for (const SentenceChange& c : comparison.sentences) {
    const auto [before, after] = marked(c.before, c.after);
    rows += "<tr>" + cell(escape(c.section)) + with_page(before, c.page_before) + with_page(after, c.page_after) +
            "</tr>\n";
  }
  return rows;
}

std::string page_rows(const Comparison& comparison) {
  std::string rows;
  for (const PageChange& c : comparison.pages) {
    rows += "<tr>" + cell(c.before.empty() ? "（新增）" : escape(c.before)) +
            cell(c.after.empty() ? "（去掉）" : escape(c.after)) + "</tr>\n";
  }
  return rows;
}

}  // namespace

std::string comparison_html(const Comparison& comparison) {
  const std::string years = comparison.year_before == comparison.year_after
                                ? comparison.year_after
                                : comparison.year_before + " → " + comparison.year_after;
  const std::string title = escape(comparison.unit) + " " + escape(years) + "年度公开内容的变化";
  std::string out = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + title +
                    "</title><style>" + kStyle + "</style></head><body>\n<h1>" + title + "</h1>\n";
  if (comparison.empty()) out += "<p>没有不同</p>\n";
  out += section("账本里改了的", "<th>项<th>原<th>新<th>在哪里", figure_rows(comparison), comparison.figures.size());
  out += section("文字里变了的", "<th>在哪一节<th>原<th>新", sentence_rows(comparison), comparison.sentences.size());
  out +=
      section("表和图里变了的", "<th>表<th>行<th>列<th>原<th>新<th>页", cell_rows(comparison), comparison.cells.size());
  out += section("变了的页", "<th>原<th>新", page_rows(comparison), comparison.pages.size());
  out += section("随着变的数", "<th>数<th>原<th>新<th>因为", fact_rows(comparison), comparison.facts.size());
  return out + "</body></html>\n";
}

}  // namespace gongkai
