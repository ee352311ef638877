// What yaml-cpp says in English, said to a finance clerk with the likely cause.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "input/line_index.h"

namespace gongkai {

/// Reports a syntax error found at a 0-based line and byte column.
void report_syntax_error(std::string_view english, std::size_t line, std::size_t byte_column, const LineIndex& lines,
                         Diagnostics& diagnostics);

}  // namespace gongkai
