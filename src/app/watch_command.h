#pragma once

#include "app/build_options.h"
#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// gongkai build --watch: builds, then again whatever a saved file touches, until SIGINT or SIGTERM.
ExitStatus run_watch(const Installation& installation, const BuildOptions& options);

}  // namespace gongkai
