#include "layout/title_lines.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::size_t kMostPieces = 12;  // all ways to join them are tried
constexpr std::u32string_view kNoLineEnd = U"0123456789.（(“‘《〈【〔「";
constexpr std::u32string_view kNoLineStart = U"，。、；：？！）)”’》〉】〕」%％";

/// How deep into its sense a title may be cut.
enum class Pauses { BetweenPhrases, InsideNames };

const std::u32string_view kYear = U"年度";
// Words that end the name of a body before that of its part.
constexpr std::array<std::u32string_view, 7> kBodies = {U"开发区", U"中心", U"委员会", U"办公室", U"局", U"厅", U"处"};
// They are no such words before these: 局部, 处理, 中心组.
constexpr std::u32string_view kGoesOn = U"部面限理置分罚于级组";

/// Whether the sense of a text pauses before its character `i`.
bool pauses_before(std::u32string_view text, std::size_t i, Pauses pauses) {
  if (kNoLineStart.find(text[i]) != std::u32string_view::npos) return false;
  const std::u32string_view before = text.substr(0, i);
  if (before.ends_with(kYear) || std::u32string_view(U"、，；：").find(before.back()) != before.npos) return true;
  if (pauses == Pauses::BetweenPhrases) return false;
  return text[i] == U'（' || (kGoesOn.find(text[i]) == kGoesOn.npos &&
                              std::any_of(kBodies.begin(), kBodies.end(),
                                          [&](std::u32string_view word) { return before.ends_with(word); }));
}

/// A run cut where its sense pauses.
Runs phrases_of(const Run& run, Pauses pauses) {
  Runs phrases;
  const std::u32string text = decode_utf8(run.text);
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    if (i < text.size() && !pauses_before(text, i, pauses)) continue;
    phrases.push_back(run);
    phrases.back().text = encode_utf8(std::u32string_view(text).substr(begin, i - begin));
    begin = i;
  }
  return phrases;
}

/// Runs that stay on one line.
struct Piece {
  Runs runs;
  double width = 0;
};

bool may_break(const Run& before, const Run& after) {
  if (before.text.empty() || after.text.empty()) return false;
  const std::u32string left = decode_utf8(before.text);
  const std::u32string right = decode_utf8(after.text);
  if (left.back() == U'　') return true;
  if (before.fact == nullptr && after.fact == nullptr) return false;
  return kNoLineEnd.find(left.back()) == std::u32string_view::npos &&
         kNoLineStart.find(right.front()) == std::u32string_view::npos;
}

std::vector<Piece> pieces_of(LineComposer& composer, const Runs& runs, const TextSpec& spec, Pauses pauses) {
  std::vector<Piece> pieces;
  const Run* before = nullptr;
  for (const Run& run : runs) {
    bool first = true;
    for (Run& phrase : phrases_of(run, pauses)) {
      if (before == nullptr || !first || may_break(*before, phrase)) pieces.emplace_back();
      pieces.back().runs.push_back(std::move(phrase));
      first = false;
    }
    before = &run;
  }
  for (Piece& piece : pieces) piece.width = composer.measure(piece.runs, spec.role, spec.size);
  return pieces;
}

/// A name too long for a line is cut into pieces of one length; another piece is left as it is.
void cut_wide_pieces(LineComposer& composer, std::vector<Piece>& pieces, const TextSpec& spec) {
  std::vector<Piece> cut;
  for (Piece& piece : pieces) {
    if (piece.width <= spec.width || piece.runs.size() != 1) {
      cut.push_back(std::move(piece));
      continue;
    }
    const std::u32string text = decode_utf8(piece.runs.front().text);
    const auto parts = static_cast<std::size_t>(std::ceil(piece.width / spec.width));
    std::size_t begin = 0;
    for (std::size_t part = 1; part <= parts; ++part) {
      std::size_t end = text.size() * part / parts;
      while (end < text.size() && (kNoLineStart.find(text[end]) != std::u32string_view::npos ||
                                   kNoLineEnd.find(text[end - 1]) != std::u32string_view::npos)) {
        ++end;
      }
      if (end <= begin) continue;
      Run run = piece.runs.front();
      run.text = encode_utf8(std::u32string_view(text).substr(begin, end - begin));
      cut.push_back({{run}, composer.measure({run}, spec.role, spec.size)});
      begin = end;
    }
  }
  pieces = std::move(cut);
}

/// A choice of line ends: bit i set means a line ends after piece i.
using Breaks = std::uint32_t;

/// How uneven the lines are; nothing when one is too wide. Points squared.
std::optional<double> unevenness(const std::vector<Piece>& pieces, Breaks breaks, double room) {
  std::vector<double> lines = {0};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    lines.back() += pieces[i].width;
    if (lines.back() > room) return std::nullopt;
    if (((breaks >> i) & 1U) != 0) lines.push_back(0);
  }
  double mean = 0;
  for (const double line : lines) mean += line / static_cast<double>(lines.size());
  double sum = 0;
  for (const double line : lines) sum += (line - mean) * (line - mean);
  return sum;
}

/// The fewest lines up to `most`, then the most even ones.
std::optional<Breaks> best_breaks(const std::vector<Piece>& pieces, std::size_t most, double room) {
  std::optional<Breaks> best;
  int fewest = static_cast<int>(most);
  double least = std::numeric_limits<double>::max();
  const Breaks end = Breaks{1} << (pieces.size() - 1);
  for (Breaks breaks = 1; breaks < end; ++breaks) {
    const int lines = std::popcount(breaks) + 1;
    if (lines > fewest) continue;
    const std::optional<double> uneven = unevenness(pieces, breaks, room);
    if (!uneven || (lines == fewest && *uneven >= least)) continue;
    best = breaks;
    fewest = lines;
    least = *uneven;
  }
  return best;
}

Runs broken_runs(const std::vector<Piece>& pieces, Breaks breaks) {
  Runs runs;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    runs.insert(runs.end(), pieces[i].runs.begin(), pieces[i].runs.end());
    if (((breaks >> i) & 1U) != 0) runs.push_back({.text = "\n"});
  }
  return runs;
}

bool good(const SetText& text) {
  return text.worst() == BreakQuality::Good;
}

void shift_lines(ComposedText& text, double shift) {
  for (Line& line : text.lines) {
    line.x += shift;
    for (GlyphRun& run : line.runs) {
      for (Glyph& glyph : run.glyphs) glyph.x += shift;
    }
  }
  text.width += shift;
}

/// In the narrowest measure, to half a point, that needs no more lines.
ComposedText compose_evenly(LineComposer& composer, PreparedText& title, TextSpec spec, std::size_t lines) {
  const double full = spec.width;
  double enough = full;
  for (double too_narrow = full / 2; enough - too_narrow > 0.5;) {
    spec.width = (enough + too_narrow) / 2;
    const SetText set = composer.set(title, spec);
    (good(set) && set.lines.size() <= lines ? enough : too_narrow) = spec.width;
  }
  spec.width = enough;
  ComposedText text = composer.write(title, spec, composer.set(title, spec));
  shift_lines(text, (full - enough) / 2);
  return text;
}

}  // namespace

ComposedText compose_title(LineComposer& composer, PreparedText& title, const TextSpec& spec, std::size_t extra_lines) {
  const SetText set = composer.set(title, spec);
  if (set.lines.size() < 2) return composer.write(title, spec, set);
  for (const Pauses pauses : {Pauses::BetweenPhrases, Pauses::InsideNames}) {
    std::vector<Piece> pieces = pieces_of(composer, *title.runs, spec, pauses);
    if (pauses == Pauses::InsideNames && pieces.size() > 1) cut_wide_pieces(composer, pieces, spec);
    if (pieces.size() < 2 || pieces.size() > kMostPieces) continue;
    const auto breaks = best_breaks(pieces, set.lines.size() + extra_lines, spec.width);
    if (breaks) return composer.compose(broken_runs(pieces, *breaks), spec);
  }
  return good(set) ? compose_evenly(composer, title, spec, set.lines.size()) : composer.write(title, spec, set);
}

ComposedText compose_title(LineComposer& composer, const Runs& runs, const TextSpec& spec, std::size_t extra_lines) {
  PreparedText title = composer.prepare(runs, spec.role);
  return compose_title(composer, title, spec, extra_lines);
}

}  // namespace gongkai
