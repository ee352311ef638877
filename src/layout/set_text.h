// Lines decided, before their glyphs are written: what every question about heights and widths needs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/style.h"
#include "layout/line_breaks.h"

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

  double cell() const { return pitch > 0 ? pitch : size; }
  bool justified() const { return width > 0 && align == TextAlign::Justify; }
};

/// How badly a line had to be broken where it ends. A table cell shrinks its text before it accepts Word or worse.
enum class BreakQuality {
  Good,       ///< an allowed place, or the end of the text
  Loose,      ///< between a number and its unit, inside a document number or a web address
  Word,       ///< inside a word or number longer than the line
  Forbidden,  ///< before a closing or after an opening mark: nothing else fits
};

/// One line as it will stand. Points, as Line.
struct SetLine {
  AtomLine atoms;
  double room = 0;  ///< of the measure, after the indent
  double x = 0;
  double width = 0;
  double natural_width = 0;
  BreakQuality quality = BreakQuality::Good;
  bool overflow = false;
};

struct SetText {
  std::vector<SetLine> lines;
  double width = 0;  ///< the widest line's x + width
  BreakQuality worst() const;
  bool overflow() const;
};

/// Breaks and places the lines of a text; the atoms have the size of the spec.
SetText set_lines(const AtomList& list, const TextSpec& spec);

/// The glue of a line as set: element k is the space before atom first + k (element 0 is 0).
void glue_of(const AtomList& list, const SetLine& line, const TextSpec& spec, std::vector<double>& glue);

}  // namespace gongkai
