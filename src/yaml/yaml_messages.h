// What yaml-cpp says in English, said to a finance clerk with the likely cause.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "yaml/line_index.h"

namespace gongkai {

/// What yaml-cpp threw; line and byte column are 0-based.
struct SyntaxError {
  std::string_view english;
  std::size_t line = 0;
  std::size_t byte_column = 0;
};

/// Reports a syntax error at its likely cause. `braces`: where the innermost { or [ that is still open stands.
void report_syntax_error(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics);

}  // namespace gongkai
