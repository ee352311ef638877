#pragma once

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// Which file serves each role, and what it covers.
ExitStatus run_fonts(const Installation& installation);

}  // namespace gongkai
