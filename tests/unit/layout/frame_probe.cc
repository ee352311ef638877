#include "frame_probe.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <type_traits>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr double kSlack = 0.75;  // half an outer rule, and rounding

bool opens(const std::string& text) {
  const std::u32string characters = decode_utf8(text);
  return !characters.empty() && std::u32string_view(U"（“‘《〈〔【「").find(characters[0]) != std::u32string_view::npos;
}

struct BoxBuilder {
  ItemBox box = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max(),
                 std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};

  void add(double x, double y) {
    box.left = std::min(box.left, x);
    box.right = std::max(box.right, x);
    box.top = std::min(box.top, y);
    box.bottom = std::max(box.bottom, y);
  }
};

}  // namespace

ItemBox box_of(const Item& item) {
  BoxBuilder builder;
  std::visit(
      [&](const auto& content) {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, GlyphRun>) {
          // An opening mark at a line's start is squeezed: its origin lies before the line, its ink does not.
          const bool squeezed = opens(content.text);
          for (const Glyph& glyph : content.glyphs) {
            if (squeezed && &glyph == &content.glyphs.front()) continue;
            const double up = 0.7 * content.size;
            builder.add(content.turned ? glyph.x + up : glyph.x, content.turned ? glyph.y : glyph.y - up);
            builder.add(glyph.x, glyph.y);
          }
        } else if constexpr (std::is_same_v<Content, Rule>) {
          builder.add(content.x1, content.y1);
          builder.add(content.x2, content.y2);
        } else if constexpr (std::is_same_v<Content, Path>) {
          for (const PathPoint& point : content.points) {
            if (point.kind != PathPoint::Kind::Close) builder.add(point.x, point.y);
          }
        } else if constexpr (std::is_same_v<Content, Destination>) {
          builder.add(content.x, content.y);
        } else {
          builder.add(content.x, content.y);
          builder.add(content.x + content.width, content.y + content.height);
        }
      },
      item.content);
  return builder.box;
}

std::string without_blanks(const std::string& text) {
  std::u32string out;
  for (const char32_t c : decode_utf8(text)) {
    if (c != U' ' && c != U'　' && c != U'\n') out += c;
  }
  return encode_utf8(out);
}

std::string text_of(const Page& page, bool artefacts) {
  std::string text;
  for (const Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && (artefacts || item.structure != kArtifact)) text += run->text;
  }
  return without_blanks(text);
}

bool shows(const Page& page, const std::string& text) {
  return text_of(page, true).find(without_blanks(text)) != std::string::npos;
}

std::size_t page_of(const Frames& frames, const std::string& destination) {
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    for (const Item& item : frames.pages[i].items) {
      const auto* found = std::get_if<Destination>(&item.content);
      if (found != nullptr && found->name == destination) return i;
    }
  }
  return frames.pages.size();
}

std::vector<std::string> outside_text_block(const Frames& frames, const PageMeasure& measure) {
  std::vector<std::string> messages;
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    const Page& page = frames.pages[i];
    const PageArea area = page_area(measure, page.width > page.height ? Orientation::Landscape : Orientation::Portrait);
    for (const Item& item : page.items) {
      const ItemBox box = box_of(item);
      const bool margin_number = item.structure == kArtifact && (box.top > area.bottom() || box.right < area.left);
      if (margin_number) continue;
      if (box.left < area.left - kSlack || box.right > area.right() + kSlack || box.top < area.top - kSlack ||
          box.bottom > area.bottom() + kSlack) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        messages.push_back("page " + std::to_string(i + 1) + ": " + (run != nullptr ? run->text : "a shape"));
      }
    }
  }
  return messages;
}

}  // namespace gongkai
