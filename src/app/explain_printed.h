// The answer to “where does this figure on the page come from”.
#pragma once

#include <string>

#include "app/disclosure.h"
#include "compare/page_index.h"

namespace gongkai {

enum class PrintedOutcome { Explained, Ambiguous, NotThere };

struct PrintedAnswer {
  PrintedOutcome outcome = PrintedOutcome::NotThere;
  std::string text;  ///< the explanation, or what to do
};

/// Explains the figures within `words` as printed on the page of that number ("" for any page).
PrintedAnswer explain_printed(const Disclosure& disclosure, const PageIndex& pages, const std::string& words,
                              const std::string& page);

}  // namespace gongkai
