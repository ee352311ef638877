#include "app/check_command.h"

#include <cstdio>
#include <memory>

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

/// One run over several units. Fonts are opened when the first document is laid out: a ledger with errors needs none.
class CheckRun {
 public:
  CheckRun(const Installation& installation, const CheckOptions& options)
      : world_(installation.home), packs_(world_), installation_(installation), options_(options) {}

  ExitStatus run(const std::vector<UnitYear>& units) {
    for (const UnitYear& unit : units) {
      if (!check(unit, units.size() > 1)) return ExitStatus::Machine;
    }
    if (options_.json) json_.finish();
    return clean_ ? ExitStatus::Fine : ExitStatus::DataErrors;
  }

 private:
  /// False when the machine fails: no fonts.
  bool check(const UnitYear& unit, bool named) {
    const auto disclosure = prepare_disclosure(world_, packs_, unit.year_file, Stage::Composed);
    Diagnostics& found = disclosure->diagnostics;
    Finished finished;
    if (disclosure->document && !found.has_errors()) {
      if (!open_fonts()) return false;
      finish_document(*disclosure, *fonts_, finished);
    }
    found.sort_and_deduplicate();
    if (found.has_errors() || (options_.strict && found.count(Severity::Warning) > 0)) clean_ = false;
    if (options_.json) {
      json_.add(render_json(found, disclosure->sources));
      return true;
    }
    if (named) std::printf("%s %s\n", unit.folder_name.c_str(), unit.year.c_str());
    std::fputs(render_text(found, disclosure->sources, {output_is_terminal()}).c_str(), stdout);
    if (options_.selfcheck) {
      const std::string report = found.has_errors() ? "账本还有错误，改正以后才能自查\n" : self_check_report(finished);
      std::fputs(report.c_str(), stdout);
    }
    return true;
  }

  bool open_fonts() {
    if (fonts_) return true;
    Diagnostics problems;
    fonts_ = FontLibrary::open(installation_.fonts, problems);
    if (!fonts_) std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return fonts_ != nullptr;
  }

  const RealWorld world_;
  PackShelf packs_;
  const Installation& installation_;
  const CheckOptions& options_;
  std::unique_ptr<FontLibrary> fonts_;
  JsonArray json_;
  bool clean_ = true;
};

}  // namespace

ExitStatus run_check(const Installation& installation, const CheckOptions& options) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, options.paths, problems);
  if (!problems.items().empty()) std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
  if (problems.has_errors()) return ExitStatus::Usage;
  return CheckRun(installation, options).run(units);
}

}  // namespace gongkai
