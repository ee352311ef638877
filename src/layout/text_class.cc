#include "layout/text_class.h"

#include <string_view>

namespace gongkai {
namespace {

constexpr std::u32string_view kOpen = U"“‘（《〈【〖「『〔［｛〘〚｢｟«";
constexpr std::u32string_view kClose = U"”’），。、；：？！》〉】〗」』〕］｝〙〛．｡､｣｠»‼⁇々〻ー";
constexpr std::u32string_view kPostfix = U"％‰℃℉°′″￠〜～／｜＇＂";
constexpr std::u32string_view kPrefix = U"￥£＄￡№§±−＋－＃";
constexpr std::u32string_view kTick = U"☐☑☒□■▢▣√✓✔✗";
constexpr std::u32string_view kMiddleDot = U"·・‧";
constexpr std::u32string_view kNarrowOpen = U"([{";
constexpr std::u32string_view kNarrowClose = U",.;:?!)]}%";

constexpr bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

constexpr bool within(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

TextClass classify_ascii(char32_t c) {
  if (c == U'\n') {
    return TextClass::LineFeed;
  }
  if (c == U' ' || c == U'\t') {
    return TextClass::Blank;
  }
  if (c < 0x20 || c == 0x7F) {
    return TextClass::Invisible;
  }
  if (within(c, U'0', U'9')) {
    return TextClass::Digit;
  }
  if (within(c, U'A', U'Z') || within(c, U'a', U'z')) {
    return TextClass::Letter;
  }
  if (c == U'$') {
    return TextClass::Prefix;
  }
  if (contains(kNarrowOpen, c)) {
    return TextClass::NarrowOpen;
  }
  return contains(kNarrowClose, c) ? TextClass::NarrowClose : TextClass::NarrowMark;
}

bool is_combining(char32_t c) {
  return within(c, 0x300, 0x36F) || within(c, 0x20D0, 0x20FF) || within(c, 0x3099, 0x309A) ||
         within(c, 0xFE20, 0xFE2F) || is_unseen_part(c);
}

bool is_invisible_control(char32_t c) {
  return within(c, 0x80, 0x9F) || c == 0xAD || within(c, 0x200B, 0x200F) || within(c, 0x2028, 0x202E) ||
         within(c, 0x2060, 0x206F) || c == 0xFEFF;
}

bool is_han(char32_t c) {
  return within(c, 0x2E80, 0x2FDF) || within(c, 0x3005, 0x3007) || within(c, 0x3021, 0x3029) ||
         within(c, 0x3041, 0x31FF) || within(c, 0x3400, 0x9FFF) || within(c, 0xF900, 0xFAFF) ||
         within(c, 0xFF10, 0xFF19) || within(c, 0xFF21, 0xFF3A) || within(c, 0xFF41, 0xFF5A) ||
         within(c, 0x20000, 0x3FFFD);
}

/// Arrows, operators, enclosed numbers, shapes, squared units: drawn for themselves, neither word nor ideograph.
bool is_symbol(char32_t c) {
  return within(c, 0x2010, 0x2BFF) || within(c, 0x3000, 0x303F) || within(c, 0x3200, 0x33FF) ||
         within(c, 0xFE30, 0xFFEF) || within(c, 0x1F000, 0x1FFFF);
}

}  // namespace

TextClass classify(char32_t c) {
  if (c < 0x80) {
    return classify_ascii(c);
  }
  // Most of every text, and none of the marks below is among them.
  if (within(c, 0x3400, 0x9FFF)) {
    return TextClass::Han;
  }
  if (c == 0xA0 || c == 0x202F || c == 0x2060 || c == 0xFEFF) {
    return TextClass::Glue;
  }
  if (c == 0x200B) {
    return TextClass::BreakHere;
  }
  if (is_combining(c)) {
    return TextClass::Combining;
  }
  if (is_invisible_control(c)) {
    return TextClass::Invisible;
  }
  if (c == 0x3000) {
    return TextClass::WideBlank;
  }
  if (within(c, 0x2000, 0x200A) || c == 0x205F) {
    return TextClass::Blank;
  }
  if (c == U'—' || c == U'―' || c == U'⸺') {
    return TextClass::Dash;
  }
  if (c == U'…' || c == U'⋯') {
    return TextClass::Ellipsis;
  }
  const struct {
    std::u32string_view set;
    TextClass value;
  } sets[] = {{kOpen, TextClass::Open},       {kClose, TextClass::Close},   {kMiddleDot, TextClass::MiddleDot},
              {kPostfix, TextClass::Postfix}, {kPrefix, TextClass::Prefix}, {kTick, TextClass::Tick}};
  for (const auto& entry : sets) {
    if (contains(entry.set, c)) {
      return entry.value;
    }
  }
  if (is_han(c)) {
    return TextClass::Han;
  }
  return is_symbol(c) ? TextClass::Symbol : TextClass::Letter;
}

}  // namespace gongkai
