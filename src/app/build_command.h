#pragma once

#include "app/build_options.h"
#include "app/exit_status.h"
#include "app/home.h"
#include "app/leftovers.h"

namespace gongkai {

ExitStatus run_build(const Installation& installation, const BuildOptions& options, Leftovers& leftovers);

}  // namespace gongkai
