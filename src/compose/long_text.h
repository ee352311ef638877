// What a unit wrote in several lines: headings, numbered paragraphs and tables are recognised by how lines begin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/heading_numbers.h"
#include "compose/runs.h"

namespace gongkai {

/// How an authored line begins: 2 一、 3 （一） 4 1. 5 （1), 0 none; and the length of that in bytes.
struct AuthoredNumber {
  int level = 0;
  std::size_t length = 0;
};
AuthoredNumber read_authored_number(std::string_view line);

/// A line that begins with a number and does not end as a sentence does.
bool is_authored_heading(std::string_view line);

/// The blocks of an authored 长文. `level` 0 keeps the author's numbers, below the heading they stand under;
/// otherwise the shallowest heading gets that level and all headings the engine's numbers.
std::vector<Block> compose_long_text(const ComposeContext& context, const Fact& text, int level,
                                     HeadingNumbers& numbers);

}  // namespace gongkai
