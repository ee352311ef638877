#pragma once

#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

struct NewOptions {
  std::vector<std::string> paths;
  int year = 0;  ///< 0: the one after each unit's newest
};

/// gongkai new: writes each unit's next year file out of the year before; an existing file is never touched.
ExitStatus run_new(const Installation& installation, const NewOptions& options);

}  // namespace gongkai
