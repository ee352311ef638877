#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "layout/text_class.h"

namespace gongkai::fuzz {

/// What of a text must be on paper: all but blanks and characters that leave nothing there.
inline std::string visible_text(std::string_view text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    const TextClass kind = classify(c);
    if (!is_blank(kind) && !is_unseen(kind) && kind != TextClass::Glue) append_utf8(out, c);
  }
  return out;
}

}  // namespace gongkai::fuzz
