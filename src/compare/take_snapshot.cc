#include "compare/take_snapshot.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <variant>

#include "base/utf8.h"
#include "compare/authored_figures.h"
#include "compare/cell_names.h"
#include "compare/snapshot_cells.h"
#include "compare/snapshot_facts.h"

namespace gongkai {
namespace {

/// FNV-1a of a page's text, in hexadecimal.
std::string digest(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, hash >>= 4U) *at = kDigits[hash & 15U];
  return out;
}

/// A page that only moved has another number and says the same.
bool is_page_number(const Item& item, const std::string& squeezed, const std::string& label) {
  return item.structure == kArtifact && !label.empty() && squeezed.find(label) != std::string::npos;
}

std::vector<SnapPage> snapshot_pages(const Frames& frames) {
  std::vector<SnapPage> pages;
  for (const Page& page : frames.pages) {
    std::string text;
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      const std::string piece = squeeze_blanks(run->text);
      if (!is_page_number(item, piece, page.label)) text += piece;
    }
    pages.push_back({page.label, digest(text)});
  }
  return pages;
}

/// Sentences end at 。 and ；, and at the end of a paragraph.
std::vector<std::string_view> sentences_of(std::string_view paragraph) {
  constexpr std::string_view kEnds[] = {"。", "；"};
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  while (begin < paragraph.size()) {
    std::size_t end = paragraph.size();
    for (const std::string_view mark : kEnds) {
      const auto at = paragraph.find(mark, begin);
      if (at != std::string_view::npos) end = std::min(end, at + mark.size());
    }
    sentences.push_back(paragraph.substr(begin, end - begin));
    begin = end;
  }
  return sentences;
}

class DocumentWalk {
 public:
  DocumentWalk(const DocumentIndex& index, Snapshot& out)
      : index_(index), document_(index.document()), pages_(index.pages()), out_(out) {}

  void run() {
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      std::visit([this](const auto& content) { add(content); }, document_.blocks[block_].content);
    }
  }

 private:
  void add(const Cover& cover) {
    add_text("封面", plain_text(cover.title));
    for (const Runs& line : cover.lines) add_text("封面", plain_text(line));
  }
  void add(const Contents&) {
    if (pages_ == nullptr) return;
    for (const auto& [text, page] : pages_->contents()) out_.sentences.push_back({"目录", text, page, page});
  }
  void add(const Heading& heading) {
    section_ = heading.number + plain_text(heading.runs);
    add_text(section_, section_);
  }
  void add(const Paragraph& paragraph) { add_text(section_, plain_text(paragraph.runs)); }
  void add(const Table& table) {
    const std::string name = table_name(table);
    for (const std::string& text : {table.number, table.title, table.unit_line, table.money_line}) {
      if (!text.empty()) put(name, text, page_at(0), page_at(0));
    }
    add_cells(table, block_, index_, out_.cells);
    std::size_t ordinal = 0;
    for (const Runs& note : table.notes) {
      if (note.empty()) continue;
      const int page = pages_ == nullptr ? -1 : pages_->page_of_note(block_, ordinal++);
      put(name, plain_text(note), page, page);
    }
  }
  void add(const Chart& chart) {
    put(section_, chart.caption, page_at(0), page_at(0));
    add_points(chart, page_at(0), out_.cells);
  }
  void add(const PageBreak&) {}

  void add_text(const std::string& section, const std::string& text) {
    std::size_t offset = 0;
    for (const std::string_view sentence : sentences_of(text)) {
      if (trim(sentence).empty()) continue;
      const std::size_t end = offset + squeezed_size(sentence);
      put(section, std::string(trim(sentence)), page_at(offset), page_at(end - 1));
      offset = end;
    }
  }

  void put(const std::string& section, std::string text, int page, int last) {
    out_.sentences.push_back({section, std::move(text), page, last});
  }

  int page_at(std::size_t offset) const { return pages_ == nullptr ? -1 : pages_->page_at(block_, offset); }

  const DocumentIndex& index_;
  const Document& document_;
  const PageIndex* pages_;
  Snapshot& out_;
  std::size_t block_ = 0;
  std::string section_;
};

}  // namespace

Snapshot take_snapshot(const FactBook& book, const DocumentIndex& index, const Sources& sources) {
  const Document& document = index.document();
  Snapshot snapshot;
  snapshot.unit = document.author;
  snapshot.year = std::to_string(document.year);
  std::map<Span, std::string> paths;
  snapshot.figures = authored_figures(book.ledger(), sources, paths);
  if (book.prior() != nullptr) {
    for (SnapFigure& figure : authored_figures(book.prior()->ledger(), sources, paths, "上年账本.")) {
      if (!figure.path.starts_with("上年账本.单位资料.")) snapshot.figures.push_back(std::move(figure));
    }
  }
  snapshot.facts = snapshot_facts(book, document.print, paths);
  if (index.frames() != nullptr) snapshot.pages = snapshot_pages(*index.frames());
  DocumentWalk(index, snapshot).run();
  return snapshot;
}

std::string page_name(const std::string& label, std::size_t index) {
  const std::string ordinal = std::to_string(index + 1);
  if (label.empty()) return "PDF 第" + ordinal + "页";
  return label == ordinal ? "第" + label + "页" : "第" + label + "页（PDF 第" + ordinal + "页）";
}

std::string page_name(const std::vector<SnapPage>& pages, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= pages.size()) return {};
  return page_name(pages[static_cast<std::size_t>(index)].label, static_cast<std::size_t>(index));
}

std::string page_name(const std::vector<SnapPage>& pages, const SnapSentence& sentence) {
  const std::string begin = page_name(pages, sentence.page);
  return sentence.last_page <= sentence.page ? begin : begin + "至" + page_name(pages, sentence.last_page);
}

}  // namespace gongkai
