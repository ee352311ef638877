// From what a reader saw on a page to the figures behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "compare/page_index.h"
#include "document/document.h"
#include "facts/fact.h"

namespace gongkai {

/// A figure, or an authored text, within the words found.
struct PrintedPart {
  std::string text;  ///< as printed: 下降14.6%
  const Fact* fact = nullptr;
};

/// One place where the words are printed.
struct PrintedMatch {
  std::string page;     ///< 第9页（PDF 第12页）; "" when nothing was laid out
  std::string where;    ///< the nearest heading, or a table with its row and column
  std::string context;  ///< the sentence or cell
  std::vector<PrintedPart> parts;
  Span source;  ///< the template or ledger line the words stand in
};

/// Every place where `text` is printed: in prose, tables, notes and charts, on the page of that printed number when
/// `page` is not "". Blanks and thousands separators do not matter; a number is only found whole. `pages` may be null.
std::vector<PrintedMatch> find_printed(const Document& document, const PageIndex* pages, std::string_view text,
                                       std::string_view page = {});

}  // namespace gongkai
