// Which characters of a laid-out document its roles' own fonts lack.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"

namespace gongkai {

/// The characters one family served in place of the first family of a role.
struct FallbackUse {
  std::string role;
  std::string family;
  std::u32string characters;  ///< each once, in the order of their code points
};

/// In the order of Frames::faces; empty when every character came from the font it was meant to.
std::vector<FallbackUse> fallback_uses(const Frames& frames);

/// For people, on one line: "仿宋缺“喆、镕”，用 Noto Serif CJK SC；…"; "" when there is nothing to say.
std::string describe_fallbacks(const std::vector<FallbackUse>& uses);

}  // namespace gongkai
