#include "layout/atom_cutter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "document/authored_place.h"

namespace gongkai {
namespace {

/// A glyph this near to one em is a full-width one, whatever the font rounds to.
constexpr double kWideTolerance = 0.03;
/// Blank kept between a mark's ink and what comes next, in parts of the size.
constexpr double kInkMargin = 0.04;
constexpr double kHalf = 0.5;

AtomKind kind_of(TextClass text_class, const ShapedText& shaped) {
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

/// Full-width characters stand in cells of the pitch, as many as they have ems; 间隔号 in half a one (GB/T 15834).
double cells_of(TextClass text_class, const ShapedText& shaped) {
  if (text_class == TextClass::MiddleDot) return kHalf;
  const double ems = shaped.advance < 1.5 ? 1.0 : 2.0;
  const bool wide = std::abs(shaped.advance - ems) < kWideTolerance;
  return wide && !is_narrow(text_class) ? ems : 0;
}

std::string describe(char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string code;
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    code += kHex[(c >> shift) & 0xF];
  }
  return "“" + encode_utf8(std::u32string_view(&c, 1)) + "”（U+" + code + "）";
}

}  // namespace

AtomList AtomCutter::cut(const Runs& runs, std::string_view role, const WordLimit& limit) {
  runs_ = &runs;
  role_name_ = role;
  role_ = fonts_.find_role(role);
  limit_ = limit;
  list_ = {};
  read();
  find_breaks(values_, classes_, breaks_);
  list_.atoms.reserve(values_.size());
  for (std::size_t i = 0; i < values_.size();) {
    i = add_from(i);
  }
  return std::move(list_);
}

void AtomCutter::read() {
  plain_.clear();
  values_.clear();
  classes_.clear();
  characters_.clear();
  for (std::size_t run = 0; run < runs_->size(); ++run) {
    const std::string& text = (*runs_)[run].text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_character(text, at);
      values_.push_back(c);
      classes_.push_back(classify(c));
      characters_.push_back({plain_.size(), 0, run});
      if (c == U'\uFFFD') {
        append_utf8(plain_, c);
      } else {
        plain_.append(text, begin, at - begin);
      }
      characters_.back().end = plain_.size();
    }
  }
}

std::size_t AtomCutter::add_from(std::size_t first) {
  const TextClass head = classes_[first];
  if (is_unseen(head) || head == TextClass::Glue) {
    return add_unseen(first);
  }
  const std::optional<FaceId> face = face_of(first);
  if (!face) {
    return add_unseen(first);
  }
  std::size_t last = first + 1;
  while (last < values_.size() && belongs_to(first, last, *face)) {
    ++last;
  }
  const ShapedText& shaped = fonts_.shape(*face, text_of(first, last));
  if (last > first + 1) report_missing_marks(first, last, shaped);
  if (is_narrow(head)) {
    list_.widest_word = std::max(list_.widest_word, shaped.advance);
    if (limit_.exceeded_by(shaped.advance)) return add_characters(first, last, *face);
  }
  add(first, last, *face, shaped);
  return last;
}

/// Whether the character at `i` is shaped together with the atom that began at `first`.
bool AtomCutter::belongs_to(std::size_t first, std::size_t i, FaceId face) {
  if (classes_[i] == TextClass::Combining) {
    return values_[first] != U'\t';  // which is set as a blank
  }
  if (breaks_[i] >= BreakKind::Loose || characters_[i].run != characters_[first].run) {
    return false;
  }
  if (breaks_[i] == BreakKind::Never) {
    return face_of(i) == face;
  }
  return is_narrow(classes_[first]) && is_narrow(classes_[i]) && face_of(i) == face;
}

/// An overlong word, character by character.
std::size_t AtomCutter::add_characters(std::size_t first, std::size_t last, FaceId face) {
  for (std::size_t i = first; i < last;) {
    std::size_t end = i + 1;
    while (end < last && classes_[end] == TextClass::Combining) {
      ++end;
    }
    add(i, end, face, fonts_.shape(face, text_of(i, end)));
    i = end;
  }
  return last;
}

std::size_t AtomCutter::add_unseen(std::size_t i) {
  const Character& c = characters_[i];
  Atom atom{.kind = AtomKind::Unseen, .before = breaks_[i], .run = c.run, .begin = c.begin, .end = c.end};
  if (values_[i] == 0xA0 || values_[i] == 0x202F) {  // no-break spaces have the width of a blank
    const auto blank = role_ ? fonts_.face_for(*role_, U' ') : std::nullopt;
    if (blank) atom.advance = fonts_.shape(blank->face, " ").advance;
  }
  list_.atoms.push_back(atom);
  return i + 1;
}

void AtomCutter::add(std::size_t first, std::size_t last, FaceId face, const ShapedText& shaped) {
  const TextClass head = classes_[first];
  Atom atom{.kind = kind_of(head, shaped), .before = breaks_[first]};
  atom.run = characters_[first].run;
  atom.begin = characters_[first].begin;
  atom.end = characters_[last - 1].end;
  atom.wide_blank = head == TextClass::WideBlank;
  atom.gap_before = stands_apart(first);
  atom.gap_after = stands_apart(last - 1);
  atom.face = face;
  atom.shaped = &shaped;
  atom.advance = shaped.advance;
  atom.cells = cells_of(head, shaped);
  if (atom.kind == AtomKind::Han) atom.scale = fonts_.size_beside(face);
  if (atom.kind == AtomKind::Open) {
    atom.lead_part = std::clamp(shaped.ink_left - kInkMargin, 0.0, kHalf);
  } else if (atom.kind == AtomKind::Close) {
    atom.tail_part = std::clamp(shaped.advance - shaped.ink_right - kInkMargin, 0.0, kHalf);
  }
  list_.atoms.push_back(atom);
}

/// Letters, digits and what belongs to a number; not the stop of "1." nor a slash.
bool AtomCutter::stands_apart(std::size_t i) const {
  const TextClass value = classes_[i];
  return value == TextClass::Letter || value == TextClass::Digit || value == TextClass::Prefix ||
         value == TextClass::Combining || values_[i] == U'%' || values_[i] == U'+' || values_[i] == U'-';
}

std::string_view AtomCutter::text_of(std::size_t first, std::size_t last) const {
  if (values_[first] == U'\t') return " ";  // a tab is set as a blank
  const std::size_t begin = characters_[first].begin;
  return std::string_view(plain_).substr(begin, characters_[last - 1].end - begin);
}

std::optional<FaceId> AtomCutter::face_of(std::size_t i) {
  const auto choice = role_ ? fonts_.face_for(*role_, values_[i]) : std::nullopt;
  if (!choice) {
    report_missing(i);
    return std::nullopt;
  }
  if (choice->fallback) report_fallback(i, choice->face);
  return choice->face;
}

void AtomCutter::report_missing(std::size_t i) {
  list_.complete = false;
  if (!reported_.insert(values_[i]).second) return;
  const Run& run = (*runs_)[characters_[i].run];
  Diagnostic& found = diagnostics_.error(
      "E0715", run.source, "字符" + describe(values_[i]) + "在角色“" + std::string(role_name_) + "”的所有字体里都没有",
      "换一个字，或者在字体目录的 roles.yaml 里加一个有这个字的字体");
  point_at_authored(found, run);
}

void AtomCutter::report_missing_marks(std::size_t first, std::size_t last, const ShapedText& shaped) {
  if (std::ranges::none_of(shaped.glyphs, [](const ShapedGlyph& glyph) { return glyph.id == 0; })) return;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (classes_[i] == TextClass::Combining) report_missing(i);
  }
}

void AtomCutter::report_fallback(std::size_t i, FaceId face) {
  if (!reported_.insert(values_[i]).second) return;
  const Run& run = (*runs_)[characters_[i].run];
  // Of the pack's own signs (☐) a unit can change nothing.
  if (run.source.known() && !authored_place(run).known()) return;
  Diagnostic& found = diagnostics_.note("N0711", run.source,
                                        "字符" + describe(values_[i]) + "在" + std::string(role_name_) +
                                            "的首选字体里没有，改用 " + fonts_.faces()[face].family);
  point_at_authored(found, run);
}

}  // namespace gongkai
