// What a character is to a line: the classes that breaking and spacing rules speak of.
#pragma once

namespace gongkai {

/// After 中文排版需求 (clreq) and GB/T 15834. Narrow classes make up words and numbers.
enum class TextClass {
  Han,          ///< ideographs, kana, full-width letters: a line may break on either side
  Open,         ///< “（《【〔: never at a line's end
  Close,        ///< ，。”）》: never at its start
  Dash,         ///< —
  Ellipsis,     ///< …
  MiddleDot,    ///< ·
  Postfix,      ///< ％℃: follows a number, never at a line's start
  Prefix,       ///< ￥№: precedes a number, never at a line's end
  Tick,         ///< ☑☐□: stays with what it ticks
  Symbol,       ///< ①→: stands alone
  Letter,       ///< of an alphabet
  Digit,        ///< 0…9
  NarrowOpen,   ///< ( [ {
  NarrowClose,  ///< , . ; : ? ! ) ] } %
  NarrowMark,   ///< - + / ~ and the rest of ASCII
  Blank,        ///< space, tab
  WideBlank,    ///< U+3000
  Glue,         ///< no-break space, word joiner
  BreakHere,    ///< zero width space
  LineFeed,
  Combining,  ///< belongs to the character before it
  Invisible,  ///< other controls: no width, no glyph
};

TextClass classify(char32_t c);

/// Narrow characters are shaped together with their neighbours.
constexpr bool is_narrow(TextClass c) {
  return c == TextClass::Letter || c == TextClass::Digit || c == TextClass::NarrowOpen || c == TextClass::NarrowClose ||
         c == TextClass::NarrowMark;
}

/// Blanks at a line's end are dropped.
constexpr bool is_blank(TextClass c) {
  return c == TextClass::Blank || c == TextClass::WideBlank;
}

/// Leaves nothing on the page.
constexpr bool is_unseen(TextClass c) {
  return c == TextClass::LineFeed || c == TextClass::BreakHere || c == TextClass::Invisible;
}

/// Joiners and variation selectors: a part of the character before them that has no shape of its own.
constexpr bool is_unseen_part(char32_t c) {
  return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace gongkai
