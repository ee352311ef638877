// The pieces a line is made of: shaped text that stays together, and the space between two of them.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/break_rules.h"
#include "layout/fonts.h"
#include "layout/text_class.h"

namespace gongkai {

/// How an atom takes part in spacing.
enum class AtomKind { Han, Word, Open, Close, Mark, Blank, Unseen };

/// Lengths in points. The blank halves of full-width marks (`lead` of （, `tail` of 。) are apart from the core, so
/// that a line may take them away.
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
  double lead = 0;
  double core = 0;
  double tail = 0;
  double scale = 1;  ///< of the size: a fallback's Han characters are set as large as those beside them look
  double shift = 0;  ///< from the core's left edge to the glyphs' origin

  double width() const { return lead + core + tail; }
};

/// The space between two neighbours of a line.
struct Glue {
  double natural = 0;
  double shrink_mark = 0;  ///< what punctuation gives first
  double shrink_gap = 0;   ///< what the gap of Han and Latin gives next
  double stretch_gap = 0;  ///< how far a gap or blank may grow before Han characters part
  bool spread = false;     ///< may take its share of what is left
};

/// Text cut into atoms, with the glue before each (that of the first is nothing).
struct AtomList {
  std::vector<Atom> atoms;
  std::vector<Glue> glue;
  bool complete = true;  ///< false: a character has no glyph anywhere; it was reported and left out
};

struct AtomRequest {
  std::string role;
  double size = 0;         ///< points
  double cell = 0;         ///< advance of a full-width character, points
  double widest_word = 0;  ///< a word wider than this is cut into its characters; 0: none is
};

/// Characters already spoken of in a document.
using ReportedCharacters = std::set<char32_t>;

/// Cuts and shapes. Reports characters that a fallback family serves (N0711) or none has (E0715), once each.
AtomList make_atoms(const Runs& runs, const AtomRequest& request, FontLibrary& fonts, ReportedCharacters& reported,
                    Diagnostics& diagnostics);

/// The glue between two atoms of a line. `size` and `cell` as in AtomRequest.
Glue glue_between(const Atom& left, const Atom& right, const AtomRequest& request);

}  // namespace gongkai
