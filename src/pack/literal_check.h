#pragma once

#include <string_view>

#include "base/diagnostic.h"

namespace gongkai {

/// What must not be typed in template text: figures with their unit and percentages (E0535), left-over placeholders
/// such as 增加（减少） (E0536), a year that would be wrong next year (W0501), and
/// full-width braces, which quote nothing (W0502).
/// A fixed figure of the standard itself is written as a text value: {'100万元'}.
void check_literal(std::string_view literal, Span span, Diagnostics& diagnostics);

}  // namespace gongkai
