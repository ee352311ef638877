#pragma once

#include <string>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

struct DiffOptions {
  std::string before;
  std::string after;
  std::string year;             ///< of unit folders; "" for their newest
  std::string format = "text";  ///< text or json
  std::string html;             ///< a file for the page; "" for none
  std::string notice;           ///< a file for the 更正说明 (PDF); "" for none
  std::string reason;           ///< why it is corrected, for the 更正说明
};

/// Says what changed between two year files, unit folders or builds. Status 0 whether or not anything did.
ExitStatus run_diff(const Installation& installation, const DiffOptions& options);

}  // namespace gongkai
