#include "app/check_command.h"

#include <cstdio>

#include "app/disclosure.h"
#include "app/finish.h"
#include "app/progress.h"
#include "app/units.h"
#include "layout/fonts.h"

namespace gongkai {
namespace {

/// Several units' JSON arrays as one.
class JsonArray {
 public:
  void add(const std::string& array) {
    const std::size_t open = array.find('[') + 1;
    const std::string inside = array.substr(open, array.rfind(']') - open);
    const std::size_t last = inside.find_last_not_of('\n');
    if (last == std::string::npos) return;
    std::printf("%s%s", any_ ? "," : "[", inside.substr(0, last + 1).c_str());
    any_ = true;
  }
  void finish() const { std::fputs(any_ ? "\n]\n" : "[\n]\n", stdout); }

 private:
  bool any_ = false;
};

}  // namespace

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
  JsonArray json;
  for (const UnitYear& unit : units) {
    const auto disclosure = prepare_disclosure(world, packs, unit.year_file, Stage::Composed);
    Diagnostics& found = disclosure->diagnostics;
    Finished finished;
    if (disclosure->document && !found.has_errors()) finished = finish_document(world, *disclosure, *fonts);
    found.sort_and_deduplicate();
    if (found.has_errors() || (options.strict && found.count(Severity::Warning) > 0)) clean = false;
    if (options.json) {
      json.add(render_json(found, disclosure->sources));
      continue;
    }
    if (units.size() > 1) std::printf("%s %s\n", unit.folder_name.c_str(), unit.year.c_str());
    std::fputs(render_text(found, disclosure->sources, {output_is_terminal()}).c_str(), stdout);
    if (!options.selfcheck) continue;
    const std::string report = found.has_errors() ? "账本还有错误，改正以后才能自查\n" : self_check_report(finished);
    std::fputs(report.c_str(), stdout);
  }
  if (options.json) json.finish();
  return clean ? ExitStatus::Fine : ExitStatus::DataErrors;
}

}  // namespace gongkai
