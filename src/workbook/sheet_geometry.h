// Widths of columns and heights of rows: Excel grows neither for wrapped text in merged cells, so both are computed.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace gongkai {

/// Pixels at 96 dpi of half a full-width character set in `size` points.
double half_width_pixels(double size);
/// Column width in Excel's unit, the digit of its default font (7 pixels, and 5 of padding a column).
double column_characters(double pixels);
/// Lines that `text` takes when wrapped to `pixels`; at least 1. Chinese breaks anywhere, a run of letters or digits
/// only when it is wider than a line.
int wrapped_lines(std::string_view text, double pixels, double size);
/// Points that a row needs for so many lines.
double row_height(int lines, double size);
/// Printable width of A4 between the sheet's margins, in pixels.
double printable_pixels(Orientation orientation);

/// Pixels of each column of the table: what the table states, or what the content needs, never so narrow that a figure
/// would show as ####; stretched towards the page's width.
std::vector<double> column_pixels(const Table& table, double size);
/// Points of each row of the table's grid.
std::vector<double> row_points(const Table& table, const std::vector<double>& columns, double size);

}  // namespace gongkai
