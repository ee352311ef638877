// Characters nobody sees and nothing can print: controls, marks that turn the direction, what a conversion lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace gongkai {

struct Unprintable {
  std::size_t at = 0;  ///< in characters
  char32_t character = 0;
};

/// The first one of a valid UTF-8 text. Tabs, line ends and joiners without width are no harm in a text.
std::optional<Unprintable> find_unprintable(std::string_view text);

/// Reports E0236 at `span`.
void report_unprintable(char32_t character, Span span, Diagnostics& diagnostics);

/// A key without the characters that have no width: two keys must not differ in what nobody sees.
std::string visible_key(std::string key);

}  // namespace gongkai
