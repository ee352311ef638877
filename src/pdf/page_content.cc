#include "pdf/page_content.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "pdf/shapes.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

class ContentWriter {
 public:
  ContentWriter(const Page& page, const FontSet& fonts) : page_(page), fonts_(fonts) {}

  PageContent write() {
    for (const Item& item : page_.items) {
      std::visit(
          [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (!std::is_same_v<Content, Link> && !std::is_same_v<Content, Destination>) {
              mark(item.structure);
              draw(content);
            }
          },
          item.content);
    }
    if (marked_) out() += "EMC\n";
    return std::move(content_);
  }

 private:
  std::string& out() { return content_.stream; }

  /// Everything visible lies in exactly one marked piece; neighbours of the same node share one.
  void mark(StructureId structure) {
    if (marked_ == structure) return;
    if (marked_) out() += "EMC\n";
    marked_ = structure;
    if (structure == kArtifact) {
      out() += "/Artifact BMC\n";
      return;
    }
    out() += "/Span<</MCID " + std::to_string(content_.marks.size()) + ">>BDC\n";
    content_.marks.push_back(structure);
  }

  void draw(const Rule& rule) { draw_rule(out(), rule, page_.height); }
  void draw(const Fill& fill) { draw_fill(out(), fill, page_.height); }
  void draw(const Path& path) { draw_path(out(), path, page_.height); }

  void draw(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const EmbeddedFont& font = fonts_.of(run.face);
    out() += "BT\n";
    select(font.resource, run.size);
    pen_y_.reset();
    std::size_t glyph = 0;
    std::size_t byte = 0;
    for (const Cluster& cluster : run.clusters) {
      const auto glyphs = static_cast<std::size_t>(cluster.glyphs);
      const auto bytes = static_cast<std::size_t>(cluster.bytes);
      if (glyphs > 0) show_cluster(run, font, glyph, glyphs, std::string_view(run.text).substr(byte, bytes));
      glyph += glyphs;
      byte += bytes;
    }
    close_array();
    out() += "ET\n";
  }

  void select(const std::string& resource, double size) {
    if (resource == font_ && size == size_) return;
    font_ = resource;
    size_ = size;
    out() += "/" + resource + " ";
    append_number(out(), size);
    out() += " Tf\n";
  }

  void show_cluster(const GlyphRun& run, const EmbeddedFont& font, std::size_t first, std::size_t count,
                    std::string_view text) {
    const auto known = font.texts.find(font.subset.glyphs.at(run.glyphs[first].id).code);
    const bool plain = count == 1 && known != font.texts.end() && known->second == text;
    if (!plain) {
      close_array();
      out() += "/Span<</ActualText" + text_string(text) + ">>BDC\n";
    }
    for (std::size_t i = first; i < first + count; ++i) {
      show_glyph(run.glyphs[i], font.subset.glyphs.at(run.glyphs[i].id));
    }
    if (plain) return;
    close_array();
    out() += "EMC\n";
  }

  /// Follows the reader's own pen, so that rounding never adds up along a line.
  void show_glyph(const Glyph& glyph, const SubsetGlyph& code) {
    if (!pen_y_ || *pen_y_ != glyph.y) {
      close_array();
      out() += "1 0 0 1 ";
      append_number(out(), glyph.x);
      out() += ' ';
      append_number(out(), page_.height - glyph.y);
      out() += " Tm\n";
      pen_x_ = std::round(glyph.x * 100) / 100;
      pen_y_ = glyph.y;
    }
    const auto back = std::lround((pen_x_ - glyph.x) / size_ * 1000);
    if (!open_) out() += '[';
    if (back != 0) {
      if (in_string_) out() += '>';
      in_string_ = false;
      out() += std::to_string(back);
      pen_x_ -= static_cast<double>(back) * size_ / 1000;
    }
    if (!in_string_) out() += '<';
    append_hex16(out(), code.code);
    open_ = in_string_ = true;
    pen_x_ += code.width * size_ / 1000;
  }

  void close_array() {
    if (!open_) return;
    if (in_string_) out() += '>';
    out() += "]TJ\n";
    open_ = in_string_ = false;
  }

  const Page& page_;
  const FontSet& fonts_;
  PageContent content_;
  std::optional<StructureId> marked_;
  std::string font_;
  double size_ = 0;
  double pen_x_ = 0;
  std::optional<double> pen_y_;
  bool open_ = false;       ///< inside the array of a TJ
  bool in_string_ = false;  ///< inside a string of it
};

}  // namespace

PageContent write_page_content(const Page& page, const FontSet& fonts) {
  return ContentWriter(page, fonts).write();
}

}  // namespace gongkai::pdf
