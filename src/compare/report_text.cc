#include <utility>

#include "compare/comparison.h"

namespace gongkai {
namespace {

std::string shown(const std::string& text) {
  return text.empty() ? "（没有）" : text;
}

void title(std::string& out, const std::string& name, std::size_t count, const char* measure) {
  out += name + "（" + std::to_string(count) + measure + "）\n";
}

std::string reasons(const std::vector<std::string>& because) {
  constexpr std::size_t kShown = 4;
  std::string text;
  for (std::size_t i = 0; i < because.size() && i < kShown; ++i) text += (i == 0 ? "" : "、") + because[i];
  return because.size() > kShown ? text + "等 " + std::to_string(because.size()) + " 项" : text;
}

/// "原 → 新", or the one that both are.
std::string span(const std::string& before, const std::string& after) {
  if (before.empty() || after.empty() || before == after) return after.empty() ? before : after;
  return before + " → " + after;
}

void write_figures(const Comparison& comparison, std::string& out) {
  title(out, "账本里改了的", comparison.figures.size(), " 处");
  for (const FigureChange& change : comparison.figures) {
    const std::string& place = change.place_after.empty() ? change.place_before : change.place_after;
    out += "  " + change.path + "：" + shown(change.before) + " → " + shown(change.after) + "　" + place + "\n";
  }
}

void write_facts(const Comparison& comparison, std::string& out) {
  title(out, "随着变的数", comparison.facts.size(), " 个");
  for (const FactChange& change : comparison.facts) {
    out += "  " + change.name + "：" + shown(change.before) + " → " + shown(change.after);
    if (!change.because.empty()) out += "　因为 " + reasons(change.because);
    out += "\n";
  }
}

void write_cells(const Comparison& comparison, std::string& out) {
  title(out, "表和图里变了的", comparison.cells.size(), " 格");
  const std::string* table = nullptr;
  for (const CellChange& change : comparison.cells) {
    if (table == nullptr || *table != change.table) out += "  " + change.table + "\n";
    table = &change.table;
    out += "    " + change.row + (change.column.empty() ? "" : "，" + change.column) + "：" + shown(change.before) +
           " → " + shown(change.after);
    out += (change.page.empty() ? "" : "　" + change.page) + "\n";
  }
}

void write_sentences(const Comparison& comparison, std::string& out) {
  title(out, "文字里变了的", comparison.sentences.size(), " 句");
  std::string section;
  for (const SentenceChange& change : comparison.sentences) {
    const std::string page = span(change.page_before, change.page_after);
    std::string heading = "  " + change.section + (page.empty() ? "" : "　" + page) + "\n";
    if (heading != section) out += heading;
    section = std::move(heading);
    out += "    原：" + shown(change.before) + "\n    新：" + shown(change.after) + "\n";
  }
}

void write_pages(const Comparison& comparison, std::string& out) {
  title(out, "变了的页", comparison.pages.size(), " 页");
  for (const PageChange& change : comparison.pages) {
    const char* kind = change.before.empty() ? "新增 " : change.after.empty() ? "去掉 " : "";
    out += std::string("  ") + kind + span(change.before, change.after) + "\n";
  }
}

}  // namespace

std::string comparison_text(const Comparison& comparison) {
  if (comparison.empty()) return "没有不同\n";
  std::string out = comparison.unit + " " + span(comparison.year_before, comparison.year_after) + "年度\n\n";
  write_figures(comparison, out);
  write_facts(comparison, out += "\n");
  write_cells(comparison, out += "\n");
  write_sentences(comparison, out += "\n");
  write_pages(comparison, out += "\n");
  return out;
}

}  // namespace gongkai
