#include "base/blanks.h"

namespace gongkai {
namespace {

/// Bytes of the blank that `text` begins with; 0 for none. `text` is not empty.
std::size_t blank_length(std::string_view text) {
  constexpr std::string_view kWide[] = {"\u3000", "\u200b", "\u2060", "\u00a0"};
  switch (text.front()) {
    case ' ':
    case '\n':
    case '\t':
      return 1;
    case '\xE3':  // the lead bytes of the wide ones
    case '\xE2':
    case '\xC2':
      for (const std::string_view blank : kWide) {
        if (text.starts_with(blank)) return blank.size();
      }
      return 0;
    default:
      return 0;
  }
}

}  // namespace

void append_squeezed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t kept = at;
    while (kept < text.size() && blank_length(text.substr(kept)) == 0) ++kept;
    out += text.substr(at, kept - at);
    at = kept + (kept < text.size() ? blank_length(text.substr(kept)) : 0);
  }
}

std::string squeeze_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_squeezed(out, text);
  return out;
}

std::size_t squeezed_size(std::string_view text) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = blank_length(text.substr(at));
    size += blank == 0 ? 1 : 0;
    at += blank == 0 ? 1 : blank;
  }
  return size;
}

}  // namespace gongkai
