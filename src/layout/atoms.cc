#include "layout/atoms.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// A glyph this near to one em is a full-width one, whatever the font rounds to.
constexpr double kWideTolerance = 0.03;
/// Blank kept between a mark's ink and what comes next, in parts of the size.
constexpr double kInkMargin = 0.04;
constexpr double kHalf = 0.5;

/// A character of the text and where it came from.
struct Character {
  char32_t value = 0;
  TextClass text_class = TextClass::Han;
  std::size_t begin = 0;  ///< byte in the plain text
  std::size_t bytes = 0;
  std::size_t run = 0;
};

class AtomMaker {
 public:
  AtomMaker(const Runs& runs, const AtomRequest& request, FontLibrary& fonts, ReportedCharacters& reported,
            Diagnostics& diagnostics)
      : runs_(runs), request_(request), fonts_(fonts), reported_(reported), diagnostics_(diagnostics) {}

  AtomList make() {
    read();
    breaks_ = find_breaks(values_);
    for (std::size_t i = 0; i < characters_.size();) {
      i = add_from(i);
    }
    list_.glue.resize(list_.atoms.size());
    for (std::size_t i = 1; i < list_.atoms.size(); ++i) {
      list_.glue[i] = glue_between(list_.atoms[i - 1], list_.atoms[i], request_);
    }
    return std::move(list_);
  }

 private:
  void read() {
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      for (const char32_t c : decode_utf8(runs_[run].text)) {
        const std::size_t begin = plain_.size();
        append_utf8(plain_, c);
        characters_.push_back({c, classify(c), begin, plain_.size() - begin, run});
        values_.push_back(c);
      }
    }
  }

  /// Adds the atom that begins at character `first`; returns the character after it.
  std::size_t add_from(std::size_t first) {
    const Character& head = characters_[first];
    std::size_t last = first + 1;
    if (is_unseen(head.text_class) || head.text_class == TextClass::Glue) {
      return add_unseen(first);
    }
    const std::optional<FaceId> face = face_of(first);
    if (!face) {
      return add_unseen(first);
    }
    while (last < characters_.size() && belongs_to(first, last, *face)) {
      ++last;
    }
    const ShapedText& shaped = fonts_.shape(*face, text_of(first, last));
    const bool too_wide = request_.widest_word > 0 && shaped.advance * request_.size > request_.widest_word;
    if (is_narrow(head.text_class) && too_wide) {
      return add_characters(first, last, *face);
    }
    add(first, last, *face, shaped);
    return last;
  }

  /// Whether the character at `i` is shaped together with the atom that began at `first`.
  bool belongs_to(std::size_t first, std::size_t i, FaceId face) {
    const Character& c = characters_[i];
    if (c.text_class == TextClass::Combining) {
      return true;
    }
    if (c.run != characters_[first].run || breaks_[i] >= BreakKind::Loose) {
      return false;
    }
    if (breaks_[i] == BreakKind::Never) {
      return face_of(i) == face;
    }
    return is_narrow(characters_[first].text_class) && is_narrow(c.text_class) && face_of(i) == face;
  }

  /// An overlong word, character by character.
  std::size_t add_characters(std::size_t first, std::size_t last, FaceId face) {
    for (std::size_t i = first; i < last;) {
      std::size_t end = i + 1;
      while (end < last && characters_[end].text_class == TextClass::Combining) {
        ++end;
      }
      add(i, end, face, fonts_.shape(face, text_of(i, end)));
      i = end;
    }
    return last;
  }

  std::size_t add_unseen(std::size_t i) {
    const Character& c = characters_[i];
    Atom atom{.kind = AtomKind::Unseen, .before = breaks_[i], .run = c.run, .begin = c.begin, .end = c.begin + c.bytes};
    if (c.value == 0xA0 || c.value == 0x202F) {  // no-break spaces have the width of a blank
      if (const auto face = fonts_.face_for(request_.role, U' ')) {
        atom.core = fonts_.shape(face->face, " ").advance * request_.size;
      }
    }
    list_.atoms.push_back(atom);
    return i + 1;
  }

  void add(std::size_t first, std::size_t last, FaceId face, const ShapedText& shaped) {
    const Character& head = characters_[first];
    Atom atom{.kind = kind_of(head.text_class, shaped), .before = breaks_[first], .run = head.run, .begin = head.begin};
    atom.wide_blank = head.text_class == TextClass::WideBlank;
    atom.end = characters_[last - 1].begin + characters_[last - 1].bytes;
    atom.face = face;
    atom.shaped = &shaped;
    if (atom.kind == AtomKind::Han) atom.scale = fonts_.size_beside(face);
    atom.gap_before = stands_apart(first);
    atom.gap_after = stands_apart(last - 1);
    measure(atom, head.text_class, shaped);
    list_.atoms.push_back(atom);
  }

  /// Letters, digits and what belongs to a number; not the stop of "1." nor a slash.
  bool stands_apart(std::size_t i) const {
    const TextClass value = characters_[i].text_class;
    return value == TextClass::Letter || value == TextClass::Digit || value == TextClass::Prefix ||
           value == TextClass::Combining || values_[i] == U'%' || values_[i] == U'+' || values_[i] == U'-';
  }

  void measure(Atom& atom, TextClass text_class, const ShapedText& shaped) const {
    const double natural = shaped.advance * request_.size * atom.scale;
    const double cell = cell_of(text_class, shaped);
    const double margin = (cell - natural) / 2;  // the glyph stands in the middle of its cell
    if (atom.kind == AtomKind::Open) {
      atom.lead = std::clamp(shaped.ink_left - kInkMargin, 0.0, kHalf) * cell;
    } else if (atom.kind == AtomKind::Close) {
      atom.tail = std::clamp(shaped.advance - shaped.ink_right - kInkMargin, 0.0, kHalf) * cell;
    }
    atom.core = cell - atom.lead - atom.tail;
    atom.shift = margin - atom.lead;
  }

  /// Full-width characters stand in cells of the pitch, as many as they have ems; 间隔号 in half a one (GB/T 15834).
  double cell_of(TextClass text_class, const ShapedText& shaped) const {
    if (text_class == TextClass::MiddleDot) {
      return kHalf * request_.cell;
    }
    const double ems = shaped.advance < 1.5 ? 1.0 : 2.0;
    const bool wide = std::abs(shaped.advance - ems) < kWideTolerance;
    return wide && !is_narrow(text_class) ? ems * request_.cell : shaped.advance * request_.size;
  }

  static AtomKind kind_of(TextClass text_class, const ShapedText& shaped) {
    const bool wide = shaped.advance > 1 - kWideTolerance;
    switch (text_class) {
      case TextClass::Han:
        return AtomKind::Han;
      case TextClass::Open:
        return wide ? AtomKind::Open : AtomKind::Mark;
      case TextClass::Close:
        return wide ? AtomKind::Close : AtomKind::Mark;
      case TextClass::Blank:
      case TextClass::WideBlank:
        return AtomKind::Blank;
      case TextClass::Prefix:
        return wide ? AtomKind::Mark : AtomKind::Word;
      default:
        return is_narrow(text_class) ? AtomKind::Word : AtomKind::Mark;
    }
  }

  std::string_view text_of(std::size_t first, std::size_t last) const {
    const std::size_t end = characters_[last - 1].begin + characters_[last - 1].bytes;
    // A tab is set as a blank.
    return values_[first] == U'\t'
               ? std::string_view(" ")
               : std::string_view(plain_).substr(characters_[first].begin, end - characters_[first].begin);
  }

  std::optional<FaceId> face_of(std::size_t i) {
    const char32_t c = values_[i];
    const auto choice = fonts_.face_for(request_.role, c);
    if (!choice) {
      list_.complete = false;
      if (reported_.insert(c).second) {
        diagnostics_.error("E0715", runs_[characters_[i].run].source,
                           "字符" + describe(c) + "在角色“" + request_.role + "”的所有字体里都没有",
                           "换一个字，或者在字体目录的 roles.yaml 里加一个有这个字的字体");
      }
      return std::nullopt;
    }
    if (choice->fallback && reported_.insert(c).second) {
      diagnostics_.note("N0711", runs_[characters_[i].run].source,
                        "字符" + describe(c) + "在" + request_.role + "的首选字体里没有，改用 " +
                            fonts_.faces()[choice->face].family);
    }
    return choice->face;
  }

  static std::string describe(char32_t c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string code;
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
      code += kHex[(c >> shift) & 0xF];
    }
    return "“" + encode_utf8(std::u32string_view(&c, 1)) + "”（U+" + code + "）";
  }

  const Runs& runs_;
  const AtomRequest& request_;
  FontLibrary& fonts_;
  ReportedCharacters& reported_;
  Diagnostics& diagnostics_;
  std::string plain_;
  std::u32string values_;
  std::vector<Character> characters_;
  std::vector<BreakKind> breaks_;
  AtomList list_;
};

}  // namespace

AtomList make_atoms(const Runs& runs, const AtomRequest& request, FontLibrary& fonts, ReportedCharacters& reported,
                    Diagnostics& diagnostics) {
  return AtomMaker(runs, request, fonts, reported, diagnostics).make();
}

}  // namespace gongkai
