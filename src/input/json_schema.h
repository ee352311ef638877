// The schema of the authored files as JSON Schema (draft-07), for editors with yaml-language-server.
#pragma once

#include <string>

#include "input/schema.h"
#include "model/classification.h"

namespace gongkai {

/// `id` is the file's name, `title` what people call the file. Keys the reader refuses carry the reader's reason; codes
/// carry their names.
std::string json_schema(const Shape& shape, const std::string& id, const std::string& title,
                        const Classification& subjects);

/// docs/schema/unit.json and docs/schema/year.json.
std::string unit_json_schema(const Classification& subjects);
std::string year_json_schema(const Classification& subjects);

}  // namespace gongkai
