#include "app/schema_command.h"

#include <cstdio>

#include "app/progress.h"
#include "input/json_schema.h"
#include "input/read_ledger.h"

namespace gongkai {

ExitStatus run_schema(const Installation& installation, const std::string& file) {
  const RealWorld world(installation.home);
  Sources sources;
  Diagnostics problems;
  const Classification subjects = read_classification(world, sources, problems);
  if (problems.has_errors()) {
    std::fputs(render_text(problems, sources, {error_is_terminal()}).c_str(), stderr);
    return ExitStatus::Machine;
  }
  std::fputs((file == "unit" ? unit_json_schema(subjects) : year_json_schema(subjects)).c_str(), stdout);
  return ExitStatus::Fine;
}

}  // namespace gongkai
