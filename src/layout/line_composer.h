// Lines out of text: breaking, punctuation, justification. Knows nothing of pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/atom_cutter.h"
#include "layout/fonts.h"
#include "layout/frame.h"
#include "layout/prepared_text.h"
#include "layout/set_text.h"

namespace gongkai {

/// 156 mm / 28 characters: the advance that puts `page.characters` into the measure of a portrait page. Points.
double grid_pitch(const PageMeasure& page);
/// Height of a line of the grid: the text block's height / page.lines. Points.
double grid_line_pitch(const PageMeasure& page);

/// The text spec of a style: its role, size, alignment and indent in a measure of `width` points; on the grid's pitch
/// when the style has the body's size (16 pt) and is not a title.
TextSpec text_spec(const TextStyle& style, const PageMeasure& page, double width);

/// One line. Positions are relative to the line's origin: x from the left edge of the measure (indent and alignment
/// included), y from the baseline. A run ends where face, fact or source changes; blanks at a break leave no glyph.
struct Line {
  std::vector<GlyphRun> runs;
  double x = 0;              ///< where the ink box begins
  double width = 0;          ///< as set; x + width never exceeds the measure unless `overflow`
  double natural_width = 0;  ///< before justification
  BreakQuality quality = BreakQuality::Good;
  bool overflow = false;        ///< one character is wider than the measure
  bool ends_paragraph = false;  ///< the last line, or one before a line feed of the text
  std::size_t begin = 0;        ///< bytes of plain_text(runs) this line covers, the blanks dropped at its end included
  std::size_t end = 0;
};

struct ComposedText {
  std::vector<Line> lines;  ///< at least one, unless the text is empty
  double width = 0;         ///< the widest line's x + width
  bool complete = true;     ///< false: a character has no glyph in any family; reported, left out
  BreakQuality worst() const;
  bool overflow() const;
};

/// A text shrunk until it fits, not written yet.
struct FittedText {
  SetText set;
  double size = 0;   ///< points, as used
  bool fits = true;  ///< false: at the minimal size still more lines than allowed, or broken inside a word
};

/// Sets text in lines. One composer for one document: it reports a character taken from a fallback family once.
class LineComposer {
 public:
  LineComposer(FontLibrary& fonts, Diagnostics& diagnostics);

  /// Sets `runs`. No line exceeds spec.width; nothing is lost; '\n' forces a line.
  ComposedText compose(const Runs& runs, const TextSpec& spec);
  ComposedText compose(std::string_view text, const TextSpec& spec);

  // The same in steps, for a text that is tried at several sizes and widths. The spec's role is that of the text.

  /// Cuts and shapes.
  PreparedText prepare(const Runs& runs, std::string_view role);
  /// Decides lines.
  SetText set(PreparedText& text, const TextSpec& spec);
  /// Writes the glyphs of the lines that set() decided for this spec.
  ComposedText write(PreparedText& text, const TextSpec& spec, const SetText& set);

  /// Sets with the largest size from spec.size down to min_size (steps of 0.5 pt) at which no word is broken and at
  /// most `max_lines` (0: any number) are needed; at the minimum accepts what comes and says so in `fits`.
  FittedText fit(PreparedText& text, TextSpec spec, double min_size, int max_lines = 0);

  /// Width of a text on one line. Points.
  double measure(PreparedText& text, double size);
  double measure(const Runs& runs, std::string_view role, double size);
  double measure(std::string_view text, std::string_view role, double size);

  /// Width of the widest piece that breaks nowhere (quality Good): the least a column needs. Points.
  double least_width(PreparedText& text, double size);

  FontLibrary& fonts() { return fonts_; }

 private:
  /// The atoms at the size of the spec, words that are too wide for its measure cut.
  const AtomList& atoms_for(PreparedText& text, const TextSpec& spec);

  FontLibrary& fonts_;
  AtomCutter cutter_;
};

/// x of the decimal point of a line's last number; x + width when there is none.
double decimal_x(const Line& line);

}  // namespace gongkai
