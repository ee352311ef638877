#pragma once

#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

struct CheckOptions {
  std::vector<std::string> paths;
  bool strict = false;  ///< warnings make the check unclean too
  bool json = false;
  bool selfcheck = false;  ///< answer the pack's self-check list
};

/// Reads, computes, checks and composes without writing anything; prints every finding to standard output.
ExitStatus run_check(const Installation& installation, const CheckOptions& options);

}  // namespace gongkai
