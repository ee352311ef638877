#include "layout/fallback_use.h"

#include <map>
#include <set>

#include "base/utf8.h"
#include "layout/text_class.h"

namespace gongkai {
namespace {

constexpr std::size_t kMostShown = 20;  // characters of one family on the line

std::string joined(const std::u32string& characters) {
  std::string text;
  for (std::size_t i = 0; i < characters.size() && i < kMostShown; ++i) {
    if (i > 0) text += "、";
    append_utf8(text, characters[i]);
  }
  const std::string count = std::to_string(characters.size());
  return characters.size() > kMostShown ? "“" + text + "”等 " + count + " 个字" : "“" + text + "”";
}

}  // namespace

std::vector<FallbackUse> fallback_uses(const Frames& frames) {
  std::map<FaceId, std::set<char32_t>> used;
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr || !frames.faces[run->face].fallback) continue;
      for (const char32_t c : decode_utf8(run->text)) {
        // Ticks are in no text font: packs print them, and a unit can change nothing.
        if (!is_unseen_part(c) && classify(c) != TextClass::Tick) used[run->face].insert(c);
      }
    }
  }
  std::vector<FallbackUse> uses;
  for (const auto& [face, characters] : used) {
    uses.push_back({frames.faces[face].role, frames.faces[face].family, {characters.begin(), characters.end()}});
  }
  return uses;
}

std::string describe_fallbacks(const std::vector<FallbackUse>& uses) {
  std::string text;
  for (const FallbackUse& use : uses) {
    if (!text.empty()) text += "；";
    text += use.role + "缺" + joined(use.characters) + "，用 " + use.family;
  }
  return text;
}

}  // namespace gongkai
