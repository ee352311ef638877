// The pieces a line is made of: shaped text that stays together, and the space between two of them.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/break_rules.h"
#include "layout/fonts.h"

namespace gongkai {

/// How an atom takes part in spacing.
enum class AtomKind { Han, Word, Open, Close, Mark, Blank, Unseen };

/// What is known of an atom before its size, and its measures once set_size was called. The blank halves of full-width
/// marks (`lead` of （, `tail` of 。) are apart from the core, so that a line may take them away.
struct Atom {
  AtomKind kind = AtomKind::Han;
  BreakKind before = BreakKind::Never;  ///< the place before it
  bool wide_blank = false;              ///< U+3000
  bool gap_before = false;              ///< of a word: begins with a letter, digit or sign, so Han stands apart
  bool gap_after = false;               ///< ends so
  std::size_t run = 0;                  ///< index into the runs
  std::size_t begin = 0;                ///< bytes of the plain text
  std::size_t end = 0;
  FaceId face = 0;
  const ShapedText* shaped = nullptr;  ///< none: leaves nothing on the page
  double advance = 0;                  ///< of its glyphs, for a size of 1
  double cells = 0;                    ///< full-width cells it fills; 0: it is as wide as its glyphs
  double lead_part = 0;                ///< of the cell
  double tail_part = 0;
  double scale = 1;  ///< of the size: a fallback's Han characters are set as large as those beside them look
  // Points.
  double lead = 0;
  double core = 0;
  double tail = 0;
  double shift = 0;  ///< from the core's left edge to the glyphs' origin
};

/// The space between two neighbours of a line.
struct Glue {
  double natural = 0;
  double shrink_mark = 0;  ///< what punctuation gives first
  double shrink_gap = 0;   ///< what the gap of Han and Latin gives next
  double stretch_gap = 0;  ///< how far a gap or blank may grow before Han characters part
  bool spread = false;     ///< may take its share of what is left
};

/// How large a text is set. Points.
struct AtomSize {
  double size = 0;
  double cell = 0;  ///< advance of a full-width character
  friend bool operator==(const AtomSize&, const AtomSize&) = default;
};

/// Text cut into atoms, with the glue before each (that of the first is nothing).
struct AtomList {
  std::vector<Atom> atoms;
  std::vector<Glue> glue;
  AtomSize set_at;         ///< the size of the measures and of the glue
  double widest_word = 0;  ///< for a size of 1
  bool complete = true;    ///< false: a character has no glyph anywhere; it was reported and left out
};

/// Gives atoms and glue their lengths at this size.
void set_size(AtomList& list, const AtomSize& size);

/// The glue between two atoms of a line set in this size.
Glue glue_between(const Atom& left, const Atom& right, double size);

}  // namespace gongkai
