#include "pdf/page_content.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/utf8.h"
#include "pdf/shapes.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

/// The nearest whole number. std::lround asked once for every glyph takes its time.
long nearest(double value) {
  return static_cast<long>(value < 0 ? value - 0.5 : value + 0.5);
}

/// Whether a text has a character of a private use area: ToUnicode alone does not say what it is (ISO 19005-2,
/// 6.2.11.7.3).
bool has_private_use(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const bool one = (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
    if (one) return true;
  }
  return false;
}

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
    close_text();
    if (marked_) out() += "EMC\n";
    return std::move(content_);
  }

 private:
  std::string& out() { return content_.stream; }

  /// Everything visible lies in exactly one marked piece; neighbours of the same node share one.
  void mark(StructureId structure) {
    if (marked_ == structure) return;
    close_text();
    if (marked_) out() += "EMC\n";
    marked_ = structure;
    if (structure == kArtifact) {
      out() += "/Artifact BMC\n";
      return;
    }
    out() += "/Span<</MCID ";
    append_integer(out(), static_cast<long long>(content_.marks.size()));
    out() += ">>BDC\n";
    content_.marks.push_back(structure);
  }

  void draw(const Rule& rule) {
    close_text();
    draw_rule(out(), rule, page_.height);
  }
  void draw(const Fill& fill) {
    close_text();
    draw_fill(out(), fill, page_.height);
  }
  void draw(const Path& path) {
    close_text();
    draw_path(out(), path, page_.height);
  }

  void draw(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const EmbeddedFont& font = fonts_.of(run.face);
    if (turned_ != run.turned) close_text();
    open_text();
    select(font.resource(), run.size);
    pen_y_.reset();
    turned_ = run.turned;
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
  }

  /// Runs that follow each other share a text object.
  void open_text() {
    if (in_text_) return;
    out() += "BT\n";
    in_text_ = true;
    line_x_ = line_y_ = 0;
  }

  void close_text() {
    if (in_text_) out() += "ET\n";
    in_text_ = false;
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
    const bool plain = count == 1 && font.text(run.glyphs[first].id) == text && !text.empty() && !has_private_use(text);
    if (!plain) {
      close_array();
      out() += "/Span<</ActualText" + text_string(text) + ">>BDC\n";
    }
    for (std::size_t i = first; i < first + count; ++i) {
      show_glyph(run.glyphs[i], font.glyph(run.glyphs[i].id));
    }
    if (plain) return;
    close_array();
    out() += "EMC\n";
  }

  /// Follows the reader's own pen, so that rounding never adds up along a line.
  void show_glyph(const Glyph& glyph, const SubsetGlyph& code) {
    if (turned_ || !pen_y_ || *pen_y_ != glyph.y) {
      move_to(glyph);
    }
    const long back = turned_ ? 0 : nearest((pen_x_ - glyph.x) / size_ * 1000);
    if (!open_) out() += '[';
    if (back != 0) {
      if (in_string_) out() += ')';
      in_string_ = false;
      append_integer(out(), back);
      pen_x_ -= static_cast<double>(back) * size_ / 1000;
    }
    if (!in_string_) out() += '(';
    append_code(out(), code.code);
    open_ = in_string_ = true;
    pen_x_ += code.width * size_ / 1000;
  }

  /// Td counts from the start of the line before: in whole hundredths, so that nothing adds up down the page.
  void move_to(const Glyph& glyph) {
    close_array();
    const long long x = std::llround(glyph.x * 100);
    const long long y = std::llround((page_.height - glyph.y) * 100);
    if (turned_) out() += "0 -1 1 0 ";
    append_hundredths(out(), turned_ ? x : x - line_x_);
    out() += ' ';
    append_hundredths(out(), turned_ ? y : y - line_y_);
    out() += turned_ ? " Tm\n" : " Td\n";
    line_x_ = x;
    line_y_ = y;
    pen_x_ = static_cast<double>(x) / 100;
    pen_y_ = glyph.y;
  }

  void close_array() {
    if (!open_) return;
    if (in_string_) out() += ')';
    out() += "]TJ\n";
    open_ = in_string_ = false;
  }

  const Page& page_;
  const FontSet& fonts_;
  PageContent content_;
  std::optional<StructureId> marked_;
  std::string font_;
  double size_ = 0;
  bool in_text_ = false;
  long long line_x_ = 0;  ///< where the last Td went, in hundredths of a point
  long long line_y_ = 0;
  double pen_x_ = 0;
  std::optional<double> pen_y_;
  bool turned_ = false;     ///< the run runs down the page
  bool open_ = false;       ///< inside the array of a TJ
  bool in_string_ = false;  ///< inside a string of it
};

}  // namespace

PageContent write_page_content(const Page& page, const FontSet& fonts) {
  return ContentWriter(page, fonts).write();
}

}  // namespace gongkai::pdf
