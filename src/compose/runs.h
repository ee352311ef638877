// Texts of templates and of the unit to runs that keep their facts.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "document/document.h"
#include "facts/fact_book.h"
#include "pack/pack.h"

namespace gongkai {

struct ComposeContext {
  const Pack& pack;
  const FactBook& book;
  Diagnostics& diagnostics;
};

/// Where a text stands. A 长文 in a sentence is one piece without its last 。, in a cell it keeps its lines.
enum class TextPlace { Sentence, Cell };

/// The runs of a template text. A fact that does not exist is reported (E0601) and left out.
Runs build_runs(const ComposeContext& context, const TextTemplate& text, const Scope* scope,
                TextPlace place = TextPlace::Sentence);

/// The same as plain text, for titles and labels.
std::string build_text(const ComposeContext& context, const TextTemplate& text, const Scope* scope);

/// The runs of an authored text or 长文; `source` is used where the author's own place is not known.
Runs fact_runs(const ComposeContext& context, const Fact& fact, Span source, TextPlace place);

/// One authored line; facts quoted in it are printed in place of their braces.
Runs authored_runs(const ComposeContext& context, const Fact& owner, const std::string& line, Span span);

/// The list an expression yields; empty list after reporting (E0603) what is none. An absent list is empty.
const std::vector<FactRecord>& evaluate_list(const ComposeContext& context, const Expr& expr, const Scope* scope);

}  // namespace gongkai
