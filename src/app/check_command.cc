#include "app/check_command.h"

#include <cstdio>

#include "app/disclosure.h"
#include "app/progress.h"
#include "app/units.h"
#include "layout/fonts.h"
#include "layout/layout.h"

namespace gongkai {

ExitStatus run_check(const Installation& installation, const CheckOptions& options) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, options.paths, problems);
  const auto fonts = problems.has_errors() ? nullptr : FontLibrary::open(installation.fonts, problems);
  if (!fonts) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return units.empty() ? ExitStatus::Usage : ExitStatus::Machine;
  }
  PackShelf packs(world);
  bool clean = true;
  for (const UnitYear& unit : units) {
    const auto disclosure = prepare_disclosure(world, packs, unit.year_file, Stage::Composed);
    Diagnostics& found = disclosure->diagnostics;
    if (disclosure->document && !found.has_errors()) lay_out(*disclosure->document, *fonts, found);
    found.sort_and_deduplicate();
    if (found.has_errors() || (options.strict && found.count(Severity::Warning) > 0)) clean = false;
    const std::string text = options.json ? render_json(found, disclosure->sources)
                                          : render_text(found, disclosure->sources, {output_is_terminal()});
    if (!options.json && units.size() > 1) std::printf("%s %s\n", unit.folder_name.c_str(), unit.year.c_str());
    std::fputs(text.c_str(), stdout);
  }
  return clean ? ExitStatus::Fine : ExitStatus::DataErrors;
}

}  // namespace gongkai
