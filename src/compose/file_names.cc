#include "compose/file_names.h"

#include "base/utf8.h"

namespace gongkai {
namespace {

/// File systems allow 255 bytes; the rest is for the extension and a temporary suffix.
constexpr std::size_t kMaxBytes = 200;
constexpr std::u32string_view kRefused = U"/\\:*?\"<>|";
constexpr std::u32string_view kInstead = U"／＼：＊？＂＜＞｜";

}  // namespace

std::string safe_file_name(std::string_view text) {
  std::string name;
  for (const char32_t c : decode_utf8(trim(text))) {
    if (c < 0x20 || c == 0x7F) continue;
    const std::size_t refused = kRefused.find(c);
    std::string next;
    append_utf8(next, refused == std::u32string_view::npos ? c : kInstead[refused]);
    if (name.size() + next.size() > kMaxBytes) break;
    name += next;
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  if (name.starts_with('.')) name.insert(0, "_");
  return name;
}

}  // namespace gongkai
