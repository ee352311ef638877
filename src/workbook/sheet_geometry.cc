#include "workbook/sheet_geometry.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr double kPixelsPerPoint = 96.0 / 72.0;
constexpr double kPixelsPerMm = 96.0 / 25.4;
constexpr double kCellPadding = 8;   // pixels, both sides together
constexpr double kIndentPixels = 9;  // Excel's step of indentation
constexpr double kFigureMargin = 6;  // pixels: other fonts' digits are a little wider
constexpr int kMinCells = 5;         // display cells of the narrowest column
constexpr int kMaxTextCells = 44;    // wider text wraps
constexpr int kHeaderCells = 10;     // a head up to five characters stays on one line
constexpr double kMaxStretch = 1.6;
constexpr double kPageFill = 0.88;     // of the width: where Excel's default font is missing, columns come out wider
constexpr double kWrapReserve = 0.97;  // renderers differ by a few pixels a line
constexpr double kLinePitch = 1.4;     // of the font size
constexpr double kRowPadding = 5;      // points

bool is_figure(CellKind kind) {
  return kind == CellKind::Amount || kind == CellKind::Count || kind == CellKind::LineNumber || kind == CellKind::Code;
}

/// Pixels a cell that spans one column wants; `must` when less would spoil a figure.
double wanted_pixels(const Cell& cell, double size, bool& must) {
  const std::string text = plain_text(cell.runs);
  const int cells = display_width(text);
  must = !cell.header && is_figure(cell.kind) && cells > 0;
  int shown = std::max(cells, kMinCells);
  if (cell.header) shown = std::min(shown, kHeaderCells);
  if (!must) shown = std::min(shown, kMaxTextCells);
  return shown * half_width_pixels(size) + kCellPadding + cell.indent * kIndentPixels + (must ? kFigureMargin : 0);
}

std::size_t word_end(const std::u32string& text, std::size_t begin) {
  const auto is_word = [](char32_t c) { return c > U' ' && c < 0x7F; };
  if (!is_word(text[begin])) return begin + 1;
  std::size_t end = begin;
  while (end < text.size() && is_word(text[end])) ++end;
  return end;
}

int text_cells(const std::u32string& text, std::size_t begin, std::size_t end) {
  int cells = 0;
  for (std::size_t i = begin; i < end; ++i) cells += display_width(text[i]);
  return cells;
}

double span_sum(const std::vector<double>& sizes, std::size_t first, int count) {
  const std::size_t last = std::min(sizes.size(), first + static_cast<std::size_t>(std::max(count, 1)));
  return std::accumulate(sizes.begin() + static_cast<std::ptrdiff_t>(first),
                         sizes.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
}

double needed_height(const Cell& cell, std::size_t column, const std::vector<double>& columns, double size) {
  const double width = span_sum(columns, column, cell.col_span) - cell.indent * kIndentPixels;
  return row_height(wrapped_lines(plain_text(cell.runs), width, size), size);
}

}  // namespace

double half_width_pixels(double size) {
  return size * kPixelsPerPoint / 2;
}

double column_characters(double pixels) {
  return std::max(1.0, (pixels - 5) / 7);
}

int wrapped_lines(std::string_view text, double pixels, double size) {
  const double usable = std::max(1.0, (pixels - kCellPadding) * kWrapReserve);
  const int room = std::max(2, static_cast<int>(usable / half_width_pixels(size)));
  const std::u32string characters = decode_utf8(text);
  int lines = 1;
  int used = 0;
  for (std::size_t i = 0; i < characters.size();) {
    if (characters[i] == U'\n') {
      ++lines;
      used = 0;
      ++i;
      continue;
    }
    const std::size_t end = word_end(characters, i);
    const int cells = text_cells(characters, i, end);
    if (used > 0 && used + cells > room) {
      ++lines;
      used = 0;
    }
    lines += cells > room ? (cells - 1) / room : 0;
    used += cells > room ? (cells - 1) % room + 1 : cells;
    i = end;
  }
  return lines;
}

double row_height(int lines, double size) {
  return lines * size * kLinePitch + kRowPadding;
}

double printable_pixels(Orientation orientation) {
  constexpr double kMargins = 2 * 0.6 * 25.4 + 2;  // as SheetWriter sets them, mm
  return ((orientation == Orientation::Landscape ? 297 : 210) - kMargins) * kPixelsPerMm;
}

std::vector<double> column_pixels(const Table& table, double size) {
  std::vector<double> pixels(table.columns.size(), 0);
  std::vector<double> least(table.columns.size(), kMinCells * half_width_pixels(size));
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t column = 0; column < std::min(row.size(), pixels.size()); ++column) {
      if (row[column].covered || row[column].col_span > 1) continue;
      bool must = false;
      const double wanted = wanted_pixels(row[column], size, must);
      pixels[column] = std::max(pixels[column], wanted);
      if (must) least[column] = std::max(least[column], wanted);
    }
  }
  for (std::size_t column = 0; column < pixels.size(); ++column) {
    const double stated = table.columns[column].width_mm * kPixelsPerMm;
    pixels[column] = std::max(stated > 0 ? stated : pixels[column], least[column]);
  }
  const double total = std::accumulate(pixels.begin(), pixels.end(), 0.0);
  const double stretch = total > 0 ? std::min(kPageFill * printable_pixels(table.orientation) / total, kMaxStretch) : 1;
  if (stretch > 1) {
    for (double& width : pixels) width *= stretch;
  }
  return pixels;
}

std::vector<double> row_points(const Table& table, const std::vector<double>& columns, double size) {
  std::vector<double> points(table.rows.size(), row_height(1, size));
  for (const bool spanning : {false, true}) {  // what one row needs first, then what a span still lacks
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const Cell& cell = table.rows[row][column];
        if (cell.covered || (cell.row_span > 1) != spanning) continue;
        const double lack = needed_height(cell, column, columns, size) - span_sum(points, row, cell.row_span);
        const std::size_t last =
            std::min(points.size() - 1, row + static_cast<std::size_t>(std::max(cell.row_span, 1)) - 1);
        if (lack > 0) points[last] += lack;
      }
    }
  }
  return points;
}

}  // namespace gongkai
