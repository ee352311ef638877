// Scalars of every type: amounts, numbers, codes, texts, dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/read_context.h"
#include "input/schema.h"
#include "yaml/yaml_node.h"
#include "model/value.h"

namespace gongkai {

/// Reads a scalar that is neither null nor empty.
AuthoredValue read_scalar(const YamlEntry& entry, const Shape& shape, ReadContext& context);

/// An amount with its sign rule.
AuthoredValue read_amount(const YamlEntry& entry, const Shape& shape, ReadContext& context);

/// The digits of a text whose digits may be full width; empty when it holds anything else.
std::optional<std::string> plain_digits(std::string_view text);

/// The number someone meant: full-width characters, separators and blanks taken out. Empty when that is no number.
std::optional<std::string> corrected_number(std::string_view text);

/// Strict 2025-09-26; empty when it is no real day.
std::optional<Date> parse_date(std::string_view text);

}  // namespace gongkai
