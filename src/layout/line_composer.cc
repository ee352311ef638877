#include "layout/line_composer.h"

#include <algorithm>
#include <utility>

#include "layout/justify.h"
#include "layout/line_scan.h"
#include "layout/line_writer.h"

namespace gongkai {
namespace {

constexpr double kEpsilon = 1e-6;
/// The size that is set on the grid of the page: 三号.
constexpr double kGridSize = 16;
/// Steps in which a text shrinks to fit. Points.
constexpr double kSizeStep = 0.5;

/// Where each byte of a line's text stands.
struct BytePlaces {
  std::string text;
  std::vector<double> x;
};

BytePlaces places_of(const Line& line) {
  BytePlaces places;
  for (const GlyphRun& run : line.runs) {
    std::size_t glyph = 0;
    for (const Cluster& cluster : run.clusters) {
      places.x.insert(places.x.end(), static_cast<std::size_t>(cluster.bytes),
                      glyph < run.glyphs.size() ? run.glyphs[glyph].x : line.x + line.width);
      glyph += static_cast<std::size_t>(cluster.glyphs);
    }
    places.text += run.text;
  }
  return places;
}

/// The widest word a spec has room for.
WordLimit word_limit(const TextSpec& spec) {
  const double deepest = std::max(spec.first_indent, spec.rest_indent) * spec.cell();
  return {.size = spec.size, .width = spec.width > 0 ? std::max(spec.width - deepest, kEpsilon) : 0};
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

LineComposer::LineComposer(FontLibrary& fonts, Diagnostics& diagnostics) : fonts_(fonts), cutter_(fonts, diagnostics) {
  fonts_.trim_cache();
}

ComposedText LineComposer::compose(const Runs& runs, const TextSpec& spec) {
  PreparedText text = prepare(runs, spec.role);
  return write(text, spec, set(text, spec));
}

ComposedText LineComposer::compose(std::string_view text, const TextSpec& spec) {
  return compose(Runs{{.text = std::string(text)}}, spec);
}

PreparedText LineComposer::prepare(const Runs& runs, std::string_view role) {
  return {.runs = &runs, .role = std::string(role), .whole = cutter_.cut(runs, role), .cut = {}, .cut_for = {}};
}

const AtomList& LineComposer::atoms_for(PreparedText& text, const TextSpec& spec) {
  const WordLimit limit = word_limit(spec);
  const bool cut = limit.exceeded_by(text.whole.widest_word);
  if (cut && text.cut_for != limit) {
    text.cut = cutter_.cut(*text.runs, text.role, limit);
    text.cut_for = limit;
  }
  AtomList& list = cut ? text.cut : text.whole;
  set_size(list, {.size = spec.size, .cell = spec.cell()});
  return list;
}

SetText LineComposer::set(PreparedText& text, const TextSpec& spec) {
  return set_lines(atoms_for(text, spec), spec);
}

ComposedText LineComposer::write(PreparedText& text, const TextSpec& spec, const SetText& set) {
  const AtomList& list = atoms_for(text, spec);
  const bool one_run = text.runs->size() == 1;
  const std::string joined = one_run ? std::string() : plain_text(*text.runs);
  const std::string_view plain = one_run ? text.runs->front().text : joined;
  ComposedText composed{.lines = {}, .width = set.width, .complete = list.complete};
  composed.lines.reserve(set.lines.size());
  for (const SetLine& line : set.lines) {
    composed.lines.push_back({.runs = write_glyphs(list, line, spec, *text.runs, plain),
                              .x = line.x,
                              .width = line.width,
                              .natural_width = line.natural_width,
                              .quality = line.quality,
                              .overflow = line.overflow,
                              .ends_paragraph = line.atoms.ends_paragraph,
                              .begin = list.atoms[line.atoms.first].begin,
                              .end = list.atoms[line.atoms.next - 1].end});
  }
  return composed;
}

FittedText LineComposer::fit(PreparedText& text, TextSpec spec, double min_size, int max_lines) {
  for (;;) {
    FittedText fitted{.set = set(text, spec), .size = spec.size};
    const bool few_enough = max_lines == 0 || fitted.set.lines.size() <= static_cast<std::size_t>(max_lines);
    fitted.fits = few_enough && fitted.set.worst() <= BreakQuality::Loose && !fitted.set.overflow();
    if (fitted.fits || spec.size <= min_size + kEpsilon) {
      return fitted;
    }
    const double smaller = std::max(spec.size - kSizeStep, min_size);
    spec.pitch *= smaller / spec.size;
    spec.size = smaller;
  }
}

double LineComposer::measure(PreparedText& text, double size) {
  set_size(text.whole, {.size = size, .cell = size});
  const AtomList& list = text.whole;
  double widest = 0;
  double width = 0;  // of the line so far
  for (std::size_t i = 0; i < list.atoms.size(); ++i) {
    const bool begins_line = i == 0 || list.atoms[i].before == BreakKind::Forced;
    width = begins_line ? list.atoms[i].core : width + (list.glue[i].natural + list.atoms[i].core);
    if (!is_dropped(list.atoms[i])) widest = std::max(widest, width);
  }
  return widest;
}

double LineComposer::measure(const Runs& runs, std::string_view role, double size) {
  PreparedText text = prepare(runs, role);
  return measure(text, size);
}

double LineComposer::measure(std::string_view text, std::string_view role, double size) {
  return measure(Runs{{.text = std::string(text)}}, role, size);
}

double LineComposer::least_width(PreparedText& text, double size) {
  // A measure narrower than any piece gives each piece a line of its own, were it not for worse breaks; so the widest
  // stretch between good ones is looked for instead.
  set_size(text.whole, {.size = size, .cell = size});
  const AtomList& list = text.whole;
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

double decimal_x(const Line& line) {
  const auto [text, x] = places_of(line);
  const auto is_digit = [&text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = text.size(); i-- > 1;) {
    if (text[i] == '.' && i + 1 < text.size() && is_digit(i - 1) && is_digit(i + 1)) {
      return i < x.size() ? x[i] : line.x + line.width;
    }
  }
  return line.x + line.width;
}

}  // namespace gongkai
