#include "layout/line_composer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/atoms.h"
#include "layout/justify.h"

namespace gongkai {
namespace {

constexpr double kEpsilon = 1e-6;
/// The size that is set on the grid of the page: 三号.
constexpr double kGridSize = 16;
/// Steps in which a text shrinks to fit. Points.
constexpr double kSizeStep = 0.5;

double cell_of(const TextSpec& spec) {
  return spec.pitch > 0 ? spec.pitch : spec.size;
}

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

/// Writes the atoms of one line as glyph runs.
class LineWriter {
 public:
  LineWriter(const Runs& runs, std::string_view plain, double size) : runs_(runs), plain_(plain), size_(size) {}

  /// Puts the atom's core at `x`.
  void add(const Atom& atom, double x) {
    if (atom.shaped == nullptr) {
      return;
    }
    GlyphRun& run = run_for(atom);
    const double size = run.size;
    double pen = x + atom.shift;
    for (const ShapedGlyph& glyph : atom.shaped->glyphs) {
      run.glyphs.push_back({glyph.id, pen + glyph.dx * size, -glyph.dy * size});
      pen += glyph.advance * size;
    }
    run.clusters.insert(run.clusters.end(), atom.shaped->clusters.begin(), atom.shaped->clusters.end());
    run.text += plain_.substr(atom.begin, atom.end - atom.begin);
  }

  std::vector<GlyphRun> take() { return std::move(out_); }

 private:
  GlyphRun& run_for(const Atom& atom) {
    const double size = size_ * atom.scale;
    const bool same_run =
        !out_.empty() && last_run_ == atom.run && out_.back().face == atom.face && out_.back().size == size;
    if (!same_run) {
      out_.push_back({.face = atom.face, .size = size, .fact = runs_[atom.run].fact});
      last_run_ = atom.run;
    }
    return out_.back();
  }

  const Runs& runs_;
  std::string_view plain_;
  double size_;
  std::vector<GlyphRun> out_;
  std::size_t last_run_ = 0;
};

/// x of the last decimal point that stands between digits, or `otherwise`.
double find_decimal(const std::vector<GlyphRun>& runs, double otherwise) {
  std::string text;
  std::vector<double> places;  // of each byte
  for (const GlyphRun& run : runs) {
    std::size_t glyph = 0;
    for (const Cluster& cluster : run.clusters) {
      places.insert(places.end(), static_cast<std::size_t>(cluster.bytes),
                    glyph < run.glyphs.size() ? run.glyphs[glyph].x : otherwise);
      glyph += static_cast<std::size_t>(cluster.glyphs);
    }
    text += run.text;
  }
  const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = text.size(); i-- > 1;) {
    if (text[i] == '.' && i + 1 < text.size() && is_digit(i - 1) && is_digit(i + 1)) {
      return i < places.size() ? places[i] : otherwise;
    }
  }
  return otherwise;
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

Line write_line(const AtomList& list, const AtomLine& atoms, const Runs& runs, std::string_view plain,
                const TextSpec& spec, double indent) {
  const double room = spec.width - indent;
  const double natural = natural_width(list, atoms);
  const bool limited = spec.width > 0;
  Line line;
  line.natural_width = natural;
  line.quality = quality_of(atoms.quality);
  line.ends_paragraph = atoms.ends_paragraph;
  line.begin = list.atoms[atoms.first].begin;
  line.end = list.atoms[atoms.next - 1].end;
  const bool justified = limited && spec.align == TextAlign::Justify;
  const std::vector<double> glue = justify(list, atoms, justified ? room : natural, spec.size);
  double width = 0;
  for (std::size_t i = atoms.first; i < atoms.last; ++i) {
    width += glue[i - atoms.first] + list.atoms[i].core;
  }
  const double lead = atoms.keeps_lead && atoms.last > atoms.first ? list.atoms[atoms.first].lead : 0;
  line.width = width + lead;
  line.overflow = limited && line.width > room + kEpsilon;
  line.x = indent + (limited ? align_offset(spec.align, std::max(room - line.width, 0.0)) : 0);
  LineWriter writer(runs, plain, spec.size);
  double x = line.x + lead;
  for (std::size_t i = atoms.first; i < atoms.last; ++i) {
    x += glue[i - atoms.first];
    writer.add(list.atoms[i], x);
    x += list.atoms[i].core;
  }
  line.runs = writer.take();
  line.decimal_x = find_decimal(line.runs, line.x + line.width);
  return line;
}

AtomRequest atom_request(const TextSpec& spec) {
  const double cell = cell_of(spec);
  const double deepest = std::max(spec.first_indent, spec.rest_indent) * cell;
  return {.role = spec.role,
          .size = spec.size,
          .cell = cell,
          .widest_word = spec.width > 0 ? std::max(spec.width - deepest, kEpsilon) : 0};
}

}  // namespace

double grid_pitch(const PageMeasure& page) {
  return (page.width - page.left - page.right) * kPointsPerMm / page.characters;
}

double grid_line_pitch(const PageMeasure& page) {
  return (page.height - page.top - page.bottom) * kPointsPerMm / page.lines;
}

TextSpec text_spec(const TextStyle& style, const PageMeasure& page, double width) {
  const bool on_grid = style.size == kGridSize && style.align != TextAlign::Center;
  return {.role = style.font,
          .size = style.size,
          .pitch = on_grid ? grid_pitch(page) : 0,
          .width = width,
          .align = style.align,
          .first_indent = style.first_indent};
}

BreakQuality ComposedText::worst() const {
  BreakQuality worst = BreakQuality::Good;
  for (const Line& line : lines) {
    worst = std::max(worst, line.quality);
  }
  return worst;
}

bool ComposedText::overflow() const {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.overflow; });
}

ComposedText LineComposer::compose(const Runs& runs, const TextSpec& spec) {
  fonts_.trim_cache();
  const AtomList list = make_atoms(runs, atom_request(spec), fonts_, reported_, diagnostics_);
  const double cell = cell_of(spec);
  const double first_indent = spec.first_indent * cell;
  const double rest_indent = spec.rest_indent * cell;
  const bool limited = spec.width > 0;
  const BreakRequest request{.first_width = limited ? std::max(spec.width - first_indent, kEpsilon) : 0,
                             .rest_width = limited ? std::max(spec.width - rest_indent, kEpsilon) : 0,
                             .justified = limited && spec.align == TextAlign::Justify,
                             .keeps_first_lead = first_indent > 0,
                             .size = spec.size};
  const std::string plain = plain_text(runs);
  ComposedText text;
  text.complete = list.complete;
  for (const AtomLine& line : break_lines(list, request)) {
    const double indent = text.lines.empty() ? first_indent : rest_indent;
    text.lines.push_back(write_line(list, line, runs, plain, spec, indent));
    text.width = std::max(text.width, text.lines.back().x + text.lines.back().width);
  }
  return text;
}

ComposedText LineComposer::compose(std::string_view text, const TextSpec& spec) {
  return compose(Runs{{.text = std::string(text)}}, spec);
}

FittedText LineComposer::fit(const Runs& runs, TextSpec spec, double min_size, int max_lines) {
  for (;;) {
    FittedText fitted{.text = compose(runs, spec), .size = spec.size};
    const bool few_enough = max_lines == 0 || fitted.text.lines.size() <= static_cast<std::size_t>(max_lines);
    fitted.fits = few_enough && fitted.text.worst() <= BreakQuality::Loose && !fitted.text.overflow();
    if (fitted.fits || spec.size <= min_size + kEpsilon) {
      return fitted;
    }
    const double smaller = std::max(spec.size - kSizeStep, min_size);
    spec.pitch *= smaller / spec.size;
    spec.size = smaller;
  }
}

double LineComposer::measure(std::string_view text, std::string_view role, double size) {
  return measure(Runs{{.text = std::string(text)}}, role, size);
}

double LineComposer::measure(const Runs& runs, std::string_view role, double size) {
  return compose(runs, {.role = std::string(role), .size = size, .align = TextAlign::Left}).width;
}

double LineComposer::least_width(const Runs& runs, std::string_view role, double size) {
  // A measure narrower than any piece gives each piece a line of its own, were it not for worse breaks; so the widest
  // stretch between good ones is looked for instead.
  fonts_.trim_cache();
  const AtomRequest request{.role = std::string(role), .size = size, .cell = size};
  const AtomList list = make_atoms(runs, request, fonts_, reported_, diagnostics_);
  double widest = 0;
  AtomLine piece;
  for (std::size_t i = 1; i <= list.atoms.size(); ++i) {
    if (i == list.atoms.size() || list.atoms[i].before >= BreakKind::Good) {
      piece.last = i;
      widest = std::max(widest, natural_width(list, piece));
      piece.first = i;
    }
  }
  return widest;
}

void place_line(Page& page, const Line& line, double x, double baseline, StructureId structure) {
  for (GlyphRun run : line.runs) {
    for (Glyph& glyph : run.glyphs) {
      glyph.x += x;
      glyph.y += baseline;
    }
    page.items.push_back({structure, std::move(run)});
  }
}

}  // namespace gongkai
