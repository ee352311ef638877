// Where a line may end. Rules of 中文排版需求 (clreq) §3.1 with what official documents want of numbers.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "layout/text_class.h"

namespace gongkai {

/// The place before a character, from impossible to compulsory. Worse ones are used only when nothing else fits.
enum class BreakKind {
  Never,      ///< inside a cluster or a two-character dash
  Forbidden,  ///< before a closing or after an opening mark
  Word,       ///< inside a word or number
  Loose,      ///< between a number and its unit
  Fair,       ///< inside 〔2024〕5号 or a web address: rather than tear a line apart
  Good,
  Forced,  ///< after a line feed
};

/// One kind for each character: that of the place before it. The first is Never.
std::vector<BreakKind> find_breaks(std::u32string_view text);
/// The same into `kinds`, with the characters' classes already known.
void find_breaks(std::u32string_view text, std::span<const TextClass> classes, std::vector<BreakKind>& kinds);

}  // namespace gongkai
