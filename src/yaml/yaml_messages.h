// What libyaml says in English, said to a finance clerk with the likely cause.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "yaml/line_index.h"
#include "yaml/yaml_events.h"

namespace gongkai {

/// How libyaml says that the text goes on after its one document has ended.
inline constexpr std::string_view kSecondDocument = "did not find expected <document start>";

/// Reports E0205.
void report_second_document(Span place, Diagnostics& diagnostics);

/// Reports a syntax error at its likely cause. `braces`: where the innermost { or [ that is still open stands.
void report_syntax_error(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics);

}  // namespace gongkai
