#include "layout/set_text.h"

#include <algorithm>

#include "layout/justify.h"

namespace gongkai {
namespace {

constexpr double kEpsilon = 1e-6;

BreakQuality quality_of(BreakKind kind) {
  switch (kind) {
    case BreakKind::Never:
    case BreakKind::Forbidden:
      return BreakQuality::Forbidden;
    case BreakKind::Word:
      return BreakQuality::Word;
    case BreakKind::Loose:
    case BreakKind::Fair:
      return BreakQuality::Loose;
    default:
      return BreakQuality::Good;
  }
}

double align_offset(TextAlign align, double slack) {
  switch (align) {
    case TextAlign::Center:
      return slack / 2;
    case TextAlign::Right:
      return slack;
    default:
      return 0;
  }
}

BreakRequest break_request(const TextSpec& spec) {
  const bool limited = spec.width > 0;
  const double first_indent = spec.first_indent * spec.cell();
  const double rest_indent = spec.rest_indent * spec.cell();
  return {.first_width = limited ? std::max(spec.width - first_indent, kEpsilon) : 0,
          .rest_width = limited ? std::max(spec.width - rest_indent, kEpsilon) : 0,
          .justified = spec.justified(),
          .keeps_first_lead = first_indent > 0,
          .size = spec.size};
}

SetLine set_line(const AtomList& list, const AtomLine& atoms, const TextSpec& spec, double indent,
                 std::vector<double>& glue) {
  const bool limited = spec.width > 0;
  SetLine line{.atoms = atoms, .room = spec.width - indent};
  line.natural_width = natural_width(list, atoms);
  line.quality = quality_of(atoms.quality);
  glue_of(list, line, spec, glue);
  for (std::size_t i = atoms.first; i < atoms.last; ++i) {
    line.width += glue[i - atoms.first] + list.atoms[i].core;
  }
  if (atoms.keeps_lead && atoms.last > atoms.first) line.width += list.atoms[atoms.first].lead;
  line.overflow = limited && line.width > line.room + kEpsilon;
  line.x = indent + (limited ? align_offset(spec.align, std::max(line.room - line.width, 0.0)) : 0);
  return line;
}

}  // namespace

BreakQuality SetText::worst() const {
  BreakQuality worst = BreakQuality::Good;
  for (const SetLine& line : lines) worst = std::max(worst, line.quality);
  return worst;
}

bool SetText::overflow() const {
  return std::any_of(lines.begin(), lines.end(), [](const SetLine& line) { return line.overflow; });
}

SetText set_lines(const AtomList& list, const TextSpec& spec) {
  SetText text;
  std::vector<double> glue;
  const std::vector<AtomLine> lines = break_lines(list, break_request(spec));
  text.lines.reserve(lines.size());
  for (const AtomLine& line : lines) {
    const double indent = (text.lines.empty() ? spec.first_indent : spec.rest_indent) * spec.cell();
    text.lines.push_back(set_line(list, line, spec, indent, glue));
    text.width = std::max(text.width, text.lines.back().x + text.lines.back().width);
  }
  return text;
}

void glue_of(const AtomList& list, const SetLine& line, const TextSpec& spec, std::vector<double>& glue) {
  natural_glue(list, line.atoms, glue);
  if (spec.justified()) justify(list, line.atoms, line.room - line.natural_width, spec.size, glue);
}

}  // namespace gongkai
