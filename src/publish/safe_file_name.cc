#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"
#include "publish/publish.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxCharacters = 80;
// A file name holds 255 bytes; this leaves room for an extension.
constexpr std::size_t kMaxBytes = 240;

/// 0 when the character is dropped.
char32_t replacement(char32_t c) {
  constexpr std::u32string_view kRefused = U"/\\:*?\"<>|";
  constexpr char32_t kFullWidthOffset = 0xFEE0;  // from ASCII to its full-width form
  if (kRefused.find(c) != std::u32string_view::npos) return c + kFullWidthOffset;
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  // Marks that turn the direction of writing make a name read as another one.
  const bool direction = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF ? 0 : c;
}

/// CON, NUL, COM1 … are devices to Windows, whatever follows the first dot.
bool is_device(std::u32string_view name) {
  std::string stem = encode_utf8(name.substr(0, name.find(U'.')));
  std::transform(stem.begin(), stem.end(), stem.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  constexpr std::array<std::string_view, 4> kDevices = {"CON", "PRN", "AUX", "NUL"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) && stem[3] >= '0' && stem[3] <= '9';
}

void trim_end(std::u32string& name) {
  while (!name.empty() && (name.back() == U'.' || name.back() == U' ' || name.back() == U'\u3000')) name.pop_back();
}

}  // namespace

std::string safe_file_name(std::string_view text) {
  std::u32string name;
  for (const char32_t c : decode_utf8(text)) {
    const char32_t kept = replacement(c);
    const bool leading = name.empty() && (kept == U'.' || kept == U' ' || kept == U'\u3000');
    if (kept != 0 && !leading) name += kept;
  }
  if (is_device(name)) name.insert(name.begin(), U'_');
  if (name.size() > kMaxCharacters) name.resize(kMaxCharacters);
  while (encode_utf8(name).size() > kMaxBytes) name.pop_back();
  trim_end(name);
  return name.empty() ? "未命名" : encode_utf8(name);
}

}  // namespace gongkai
