// The space between atoms: 中文排版需求 (clreq) §3.2 (CJK and Latin) and §3.1.6 (punctuation).
#include <algorithm>

#include "layout/atoms.h"

namespace gongkai {
namespace {

constexpr double kLatinGap = 0.25;         ///< of the size, between Han and Latin
constexpr double kLatinGapShrink = 0.125;  ///< of it that may be taken
/// That may be added to a gap or blank before characters part: figures stand so often in these texts that gaps grown
/// to the half em clreq allows would tear holes into every line.
constexpr double kGapStretch = 0.125;
/// Of the blank half of a mark inside a line, what it may give: a comma set solid reads as a slip.
constexpr double kMarkGives = 0.6;

/// Numbers and words are never stretched inside: －3.2, 10～20, 5％.
bool inside_number(const Atom& left, const Atom& right) {
  const auto joins = [](AtomKind kind) { return kind == AtomKind::Word || kind == AtomKind::Mark; };
  return joins(left.kind) && joins(right.kind) && (left.kind == AtomKind::Word || right.kind == AtomKind::Word);
}

/// 」。 and （“ share their blank halves, ）（ keeps one of two; beside Han the half stays but may be taken.
Glue mark_glue(const Atom& left, const Atom& right) {
  Glue glue;
  const bool same_side = (left.kind == AtomKind::Close && right.kind == AtomKind::Close) ||
                         (left.kind == AtomKind::Open && right.kind == AtomKind::Open);
  if (same_side) {
    return glue;
  }
  const bool facing = left.kind == AtomKind::Close && right.kind == AtomKind::Open;
  glue.natural = facing ? std::max(left.tail, right.lead) : left.tail + right.lead;
  glue.shrink_mark = (facing ? glue.natural / 2 : glue.natural) * kMarkGives;
  return glue;
}

}  // namespace

Glue glue_between(const Atom& left, const Atom& right, double size) {
  if (left.kind == AtomKind::Unseen || right.kind == AtomKind::Unseen) {
    return {.natural = left.tail + right.lead};
  }
  Glue glue = mark_glue(left, right);
  const bool han_and_word = (left.kind == AtomKind::Han && right.kind == AtomKind::Word && right.gap_before) ||
                            (left.kind == AtomKind::Word && right.kind == AtomKind::Han && left.gap_after);
  if (han_and_word) {
    glue.natural = kLatinGap * size;
    glue.shrink_gap = kLatinGapShrink * size;
    glue.stretch_gap = kGapStretch * size;
  } else if (left.kind == AtomKind::Blank && !left.wide_blank) {
    glue.stretch_gap = kGapStretch * size;
  }
  const bool inside_mark = right.before == BreakKind::Never;
  const bool beside_blank = left.kind == AtomKind::Blank || right.kind == AtomKind::Blank;
  glue.spread = !inside_mark && !beside_blank && !inside_number(left, right);
  return glue;
}

}  // namespace gongkai
