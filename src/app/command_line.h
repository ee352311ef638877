#pragma once

#include "app/exit_status.h"
#include "app/leftovers.h"

namespace gongkai {

/// Parses the command line and runs the command. Messages and help are Chinese.
ExitStatus run_command_line(int argc, char** argv, Leftovers& leftovers);

}  // namespace gongkai
