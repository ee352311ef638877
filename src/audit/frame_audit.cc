#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

/// White space of every kind taken out: lines break where they must.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    if (c != U' ' && c != U'　' && c != U'\n' && c != U'\t' && c != U'\u00A0' && c != U'\u200B') append_utf8(out, c);
  }
  return out;
}

class FrameAudit {
 public:
  FrameAudit(const Document& document, const Frames& frames, Diagnostics& diagnostics)
      : document_(document), frames_(frames), diagnostics_(diagnostics) {}

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
          if (item.structure != kArtifact) texts_[item.structure] += squeezed(run->text);
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
    for (const auto& [node, text] : texts_) {
      const StructureRole role = frames_.structure[static_cast<std::size_t>(node)].role;
      if (role == StructureRole::DataCell) on_pages += text + "\n";
    }
    std::string in_sheets;
    for (const Block& block : document_.blocks) {
      const auto* table = std::get_if<Table>(&block.content);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) {
        for (const Cell& cell : row) {
          const std::string text = cell.covered || cell.header ? "" : squeezed(plain_text(cell.runs));
          if (!text.empty()) in_sheets += text + "\n";
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

  void check_contents() {
    std::map<std::string, std::string> entries;  // destination -> printed line of 目录
    for (const auto& [node, destination] : links_) {
      if (in_contents(node)) entries[destination] += texts_[node];
    }
    for (const Block& block : document_.blocks) {
      const auto* heading = std::get_if<Heading>(&block.content);
      if (heading == nullptr || !entries.contains(heading->anchor)) continue;
      const std::string wanted =
          squeezed(heading->number + plain_text(heading->runs)) + squeezed(labels_[heading->anchor]);
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
  std::map<StructureId, std::string> texts_;
  std::map<StructureId, std::string> links_;
  std::map<std::string, std::string> labels_;
};

}  // namespace

void audit_frames(const Document& document, const Frames& frames, Diagnostics& diagnostics) {
  FrameAudit(document, frames, diagnostics).run();
}

}  // namespace gongkai
