#include "compare/printed_facts.h"

#include <variant>

namespace gongkai {
namespace {

class PrintedFactWalk {
 public:
  explicit PrintedFactWalk(const DocumentIndex& index)
      : index_(index), document_(index.document()), pages_(index.pages()) {}

  std::vector<PrintedFact> run() {
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      std::visit([this](const auto& content) { add(content); }, document_.blocks[block_].content);
    }
    return std::move(out_);
  }

 private:
  void add(const Contents&) {}
  void add(const PageBreak&) {}
  void add(const Cover& cover) {
    add(cover.title, "封面");
    for (const Runs& line : cover.lines) add(line, "封面");
  }
  void add(const Heading& heading) { add_prose(heading.runs, squeezed_size(heading.number)); }
  void add(const Paragraph& paragraph) { add_prose(paragraph.runs, 0); }
  void add(const Chart& chart) {
    for (const ChartPoint& point : chart.points) {
      put(point.fact, chart.caption);
      put(point.share, chart.caption);
    }
  }
  void add(const Table& table) {
    const std::string name = table.number.empty() ? table_name(table) : table.number;
    const CellNames& names = index_.names(block_);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const Cell& cell = table.rows[row][column];
        const bool figure = cell.fact != nullptr && !plain_text(cell.runs).empty();
        if (!figure) {
          add(cell.runs, name);
          continue;
        }
        const CellName& place = names.at(row, column);
        put(cell.fact, name + " " + place.row + (place.column.empty() ? "" : " " + place.column));
      }
    }
    for (const Runs& note : table.notes) add(note, name + "表注");
  }

  /// `offset`: squeezed bytes the block prints before its runs.
  void add_prose(const Runs& runs, std::size_t offset) {
    for (const Run& run : runs) {
      put(run.fact, pages_ == nullptr ? "正文" : pages_->name_at(block_, offset));
      offset += squeezed_size(run.text);
    }
  }
  void add(const Runs& runs, const std::string& where) {
    for (const Run& run : runs) put(run.fact, where);
  }
  void put(const Fact* fact, const std::string& where) {
    if (fact != nullptr && fact->exists()) out_.push_back({fact, where});
  }

  const DocumentIndex& index_;
  const Document& document_;
  const PageIndex* pages_;
  std::size_t block_ = 0;
  std::vector<PrintedFact> out_;
};

}  // namespace

std::vector<PrintedFact> printed_facts(const DocumentIndex& index) {
  return PrintedFactWalk(index).run();
}

}  // namespace gongkai
