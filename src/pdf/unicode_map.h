// The ToUnicode map of a font: which text each code stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::pdf {

struct CodeText {
  std::uint32_t code = 0;
  std::string_view text;  ///< UTF-8; "" for a code that stands for none by itself
};

/// The CMap file (Adobe Technical Note 5411): neighbouring codes share a range, which names their texts one by one.
std::string unicode_map(std::vector<CodeText> texts);

}  // namespace gongkai::pdf
