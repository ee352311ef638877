// A figure of the document as a number of a sheet. The only place where an amount becomes a double.
#pragma once

#include <cstdint>
#include <string>

#include "base/number_format.h"
#include "document/document.h"

namespace gongkai {

/// The double nearest to the decimal value `fen / fen_per_unit`.
double amount_as_double(Money amount, std::int64_t fen_per_unit);

enum class FigureKind {
  Blank,  ///< prints nothing and stands for nothing, or for a zero that prints blank
  Number,
  Text,      ///< not a number: the printed text is all there is
  Mismatch,  ///< the printed text is not the fact's value in any form a sheet could show
  TooLarge,  ///< beyond what a double holds to the last digit
};

struct Figure {
  FigureKind kind = FigureKind::Blank;
  double value = 0;
  std::string number_format;      ///< prints the value as the document does
  std::int64_t fen_per_unit = 0;  ///< kFenPerWan or 100; 0 when not an amount
  std::string text;
};

/// How an Amount, Count or LineNumber cell enters the sheet.
Figure figure_of(const Cell& cell, const NumberStyle& style);

/// The amount of a cell for adding up: zero when its fact does not exist. nullptr fact: zero.
Money amount_of(const Cell& cell);

/// "#,##0.00"; with `zero_blank` "#,##0.00;-#,##0.00;", which prints a zero as nothing.
std::string amount_number_format(int decimals, bool thousands, bool zero_blank);

}  // namespace gongkai
