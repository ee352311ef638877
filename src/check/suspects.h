// Which of the figures of a broken identity was most likely mistyped.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "check/authored_lines.h"

namespace gongkai {

/// What other identities say about a line.
struct Evidence {
  std::set<Span> cleared;          ///< takes part in an identity that holds exactly
  std::multiset<Span> implicated;  ///< takes part in an identity broken by the same difference
  FileId year_file = kNoFile;      ///< this year's; what stands in another was right enough to be published
};

struct Suspect {
  AuthoredLine line;
  int score = 0;
  std::string why;  ///< "可能有两位数字颠倒，应为 596,800"; "" when nothing special speaks against it
};

/// The `most` likeliest of `lines`, whose signed sum is `difference` where it should be zero; ties in the order given.
/// A line is suspected when a usual slip (sign, decimal point, swapped or wrong digit, a figure too many) explains the
/// whole difference, when its subject is the one that does not tie or is missing on the other side, when it would
/// become a rounder figure, when it stands in this year's file and not in last year's.
std::vector<Suspect> likeliest(const std::vector<AuthoredLine>& lines, Money difference, const Evidence& evidence,
                               LedgerUnit unit, std::size_t most);

/// "596,800 元" or "59.68 万元".
std::string amount_in_unit(Money amount, LedgerUnit unit);

}  // namespace gongkai
