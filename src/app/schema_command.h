#pragma once

#include <string>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// Prints the JSON Schema of `file`, "unit" or "year": what docs/schema holds.
ExitStatus run_schema(const Installation& installation, const std::string& file);

}  // namespace gongkai
