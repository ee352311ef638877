#pragma once

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// Prints docs/错误代码.md: every code the program and the packs' rules can report.
ExitStatus run_codes(const Installation& installation);

}  // namespace gongkai
