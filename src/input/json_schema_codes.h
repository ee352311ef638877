// What the JSON Schema says of subject codes: their names, and that unknown ones are mistakes.
#pragma once

#include <optional>

#include "input/json_value.h"
#include "input/schema.h"
#include "model/classification.h"

namespace gongkai {

/// The definitions the other two refer to: names by class and level, and the set of known codes.
JsonValue code_definitions(const Classification& subjects);

/// Adds the names of the codes that a map takes as keys, for completing and hovering.
void add_code_names(const KeyPattern& pattern, JsonValue& all);

/// The part of a schema that refuses codes the classification does not know; nothing where no codes are written.
/// It does not hold for a file that declares subjects of its own.
std::optional<JsonValue> known_codes_only(const Shape& shape);

}  // namespace gongkai
