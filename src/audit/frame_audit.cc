#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "base/blanks.h"

namespace gongkai {
namespace {

class FrameAudit {
 public:
  FrameAudit(const Document& document, const Frames& frames, Diagnostics& diagnostics)
      : document_(document), frames_(frames), diagnostics_(diagnostics), texts_(frames.structure.size()) {}

  void run() {
    collect();
    check_cells();
    check_contents();
  }

 private:
  void collect() {
    for (const Page& page : frames_.pages) {
      for (const Item& item : page.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
          if (item.structure != kArtifact) append_squeezed(text_of(item.structure), run->text);
          check_inside(page, *run);
        } else if (const auto* link = std::get_if<Link>(&item.content)) {
          links_.emplace(item.structure, link->destination);
        } else if (const auto* place = std::get_if<Destination>(&item.content)) {
          labels_.emplace(place->name, page.label);
        }
      }
    }
  }

  void check_inside(const Page& page, const GlyphRun& run) {
    for (const Glyph& glyph : run.glyphs) {
      if (glyph.x >= 0 && glyph.y >= 0 && glyph.x <= page.width && glyph.y <= page.height) continue;
      diagnostics_.error("E0977", {}, "第 " + page.label + " 页有内容超出页面：" + run.text,
                         "缩短这一处的文字，或在版式包里加宽这一列");
      return;
    }
  }

  /// The figures and words of every cell of the document, which are the sheets', in the order of the pages' cells.
  void check_cells() {
    std::string on_pages;
    for (std::size_t node = 0; node < texts_.size(); ++node) {
      if (frames_.structure[node].role == StructureRole::DataCell) end_cell(on_pages += texts_[node]);
    }
    std::string in_sheets;
    for (const Block& block : document_.blocks) {
      const auto* table = std::get_if<Table>(&block.content);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) {
        for (const Cell& cell : row) {
          if (cell.covered || cell.header) continue;
          for (const Run& run : cell.runs) append_squeezed(in_sheets, run.text);
          end_cell(in_sheets);
        }
      }
    }
    if (on_pages == in_sheets) return;
    const auto different = std::ranges::mismatch(on_pages, in_sheets);
    const auto rest = [](auto from, auto end) { return std::string(from, std::find(from, end, '\n')); };
    diagnostics_.error("E0972", {},
                       "页面上的表格与工作表的内容不同：页面上是“…" + rest(different.in1, on_pages.end()) +
                           "”，表里是“…" + rest(different.in2, in_sheets.end()) + "”");
  }

  /// An empty cell leaves no trace.
  static void end_cell(std::string& cells) {
    if (!cells.empty() && cells.back() != '\n') cells += '\n';
  }

  std::string& text_of(StructureId node) { return texts_[static_cast<std::size_t>(node)]; }

  void check_contents() {
    std::map<std::string, std::string> entries;  // destination -> printed line of 目录
    for (const auto& [node, destination] : links_) {
      if (in_contents(node)) entries[destination] += text_of(node);
    }
    for (const Block& block : document_.blocks) {
      const auto* heading = std::get_if<Heading>(&block.content);
      if (heading == nullptr || !entries.contains(heading->anchor)) continue;
      const std::string wanted =
          squeeze_blanks(heading->number + plain_text(heading->runs)) + squeeze_blanks(labels_[heading->anchor]);
      if (entries[heading->anchor] == wanted) continue;
      diagnostics_.error("E0976", {}, "目录写的是“" + entries[heading->anchor] + "”，标题和页码是“" + wanted + "”");
    }
  }

  bool in_contents(StructureId node) const {
    for (; node >= 0; node = frames_.structure[static_cast<std::size_t>(node)].parent) {
      if (frames_.structure[static_cast<std::size_t>(node)].role == StructureRole::Toc) return true;
    }
    return false;
  }

  const Document& document_;
  const Frames& frames_;
  Diagnostics& diagnostics_;
  std::vector<std::string> texts_;  ///< by structure node
  std::map<StructureId, std::string> links_;
  std::map<std::string, std::string> labels_;
};

}  // namespace

void audit_frames(const Document& document, const Frames& frames, Diagnostics& diagnostics) {
  FrameAudit(document, frames, diagnostics).run();
}

}  // namespace gongkai
