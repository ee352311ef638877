#pragma once

#include <string_view>
#include <vector>

#include "compose/runs.h"

namespace gongkai {

/// Whether an authored line is a row of a table: it begins with "|".
bool is_text_table_line(std::string_view line);

/// Rows "| 甲 | 乙 |" to a table in the text; the first row is its head, a row of dashes under it is dropped.
Table compose_text_table(const ComposeContext& context, const Fact& text, const std::vector<TextLine>& lines);

}  // namespace gongkai
