// Lines out of text: breaking, punctuation, justification. Knows nothing of pages.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/fonts.h"
#include "layout/frame.h"

namespace gongkai {

/// How a text is set. Lengths in points.
struct TextSpec {
  std::string role = "仿宋";  ///< of fonts/roles.yaml
  double size = 16;
  double pitch = 0;  ///< advance of a full-width character; 0: the size. Body text on the grid: grid_pitch()
  double width = 0;  ///< of the measure; 0: no limit, one line (forced breaks aside)
  TextAlign align = TextAlign::Justify;
  double first_indent = 0;  ///< of the first line, in full-width characters
  double rest_indent = 0;   ///< of the other lines, likewise
};

/// 156 mm / 28 characters: the advance that puts `page.characters` into the measure of a portrait page. Points.
double grid_pitch(const PageMeasure& page);
/// Height of a line of the grid: the text block's height / page.lines. Points.
double grid_line_pitch(const PageMeasure& page);

/// The text spec of a style: its role, size, alignment and indent in a measure of `width` points; on the grid's pitch
/// when the style has the body's size (16 pt) and is not a title.
TextSpec text_spec(const TextStyle& style, const PageMeasure& page, double width);

/// How badly a line had to be broken where it ends. A table cell shrinks its text before it accepts Word or worse.
enum class BreakQuality {
  Good,       ///< an allowed place, or the end of the text
  Loose,      ///< between a number and its unit, inside a document number or a web address
  Word,       ///< inside a word or number longer than the line
  Forbidden,  ///< before a closing or after an opening mark: nothing else fits
};

/// One line. Positions are relative to the line's origin: x from the left edge of the measure (indent and alignment
/// included), y from the baseline. A run ends where face, fact or source changes; blanks at a break leave no glyph.
struct Line {
  std::vector<GlyphRun> runs;
  double x = 0;              ///< where the ink box begins
  double width = 0;          ///< as set; x + width never exceeds the measure unless `overflow`
  double natural_width = 0;  ///< before justification
  double decimal_x = 0;      ///< x of the decimal point of the last number; x + width when there is none
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

/// A text shrunk until it fits.
struct FittedText {
  ComposedText text;
  double size = 0;   ///< points, as used
  bool fits = true;  ///< false: at the minimal size still more lines than allowed, or broken inside a word
};

/// Sets text in lines. One composer for one document: it reports a character taken from a fallback family once.
class LineComposer {
 public:
  LineComposer(FontLibrary& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

  /// Sets `runs`. No line exceeds spec.width; nothing is lost; '\n' forces a line.
  ComposedText compose(const Runs& runs, const TextSpec& spec);
  ComposedText compose(std::string_view text, const TextSpec& spec);

  /// Sets with the largest size from spec.size down to min_size (steps of 0.5 pt) at which no word is broken and at
  /// most `max_lines` (0: any number) are needed; at the minimum accepts what comes and says so in `fits`.
  FittedText fit(const Runs& runs, TextSpec spec, double min_size, int max_lines = 0);

  /// Width of a text on one line. Points.
  double measure(std::string_view text, std::string_view role, double size);
  double measure(const Runs& runs, std::string_view role, double size);

  /// Width of the widest piece that breaks nowhere (quality Good): the least a column needs. Points.
  double least_width(const Runs& runs, std::string_view role, double size);

  FontLibrary& fonts() { return fonts_; }

 private:
  FontLibrary& fonts_;
  Diagnostics& diagnostics_;
  std::set<char32_t> reported_;  ///< characters already spoken of
};

/// Appends a line's runs to the page with its origin at (x, baseline), as part of `structure`.
void place_line(Page& page, const Line& line, double x, double baseline, StructureId structure);

}  // namespace gongkai
