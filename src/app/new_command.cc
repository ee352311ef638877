#include "app/new_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "app/progress.h"
#include "app/units.h"
#include "consolidate/members.h"
#include "input/read_ledger.h"
#include "publish/publish_file.h"
#include "rollover/roll_forward.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostReminders = 8;

void print_problems(Diagnostics& diagnostics, const Sources& sources) {
  if (diagnostics.items().empty()) return;
  diagnostics.sort_and_deduplicate();
  std::fputs(render_text(diagnostics, sources, {error_is_terminal()}).c_str(), stderr);
}

Diagnostics errors_of(const Diagnostics& all) {
  Diagnostics errors;
  for (const Diagnostic& d : all.items()) {
    if (d.severity == Severity::Error) errors.add(d);
  }
  return errors;
}

void print_reminders(const RolledYear& rolled, const fs::path& file, int old_year) {
  if (rolled.still_named.empty()) return;
  std::printf("照抄的文字里有 %zu 处还写着 %d，请看看要不要改（%s 的这些行照抄了）：", rolled.still_named.size(),
              old_year, fs::path(file).filename().c_str());
  for (std::size_t i = 0; i < rolled.still_named.size() && i < kMostReminders; ++i) {
    std::printf("%s第 %u 行", i == 0 ? "" : "、", rolled.still_named[i].line);
  }
  std::printf("%s\n", rolled.still_named.size() > kMostReminders ? " 等" : "");
}

class Rollover {
 public:
  explicit Rollover(const Installation& installation) : world_(installation.home) {}

  /// The worse of `status` and what became of this unit.
  ExitStatus roll(const fs::path& old_file, int old_year) {
    if (!world_.is_file(old_file)) {
      std::fprintf(stderr, "没有 %s，不能由它生成 %d 年的账本\n", old_file.c_str(), old_year + 1);
      return ExitStatus::DataErrors;
    }
    Sources sources;
    Diagnostics diagnostics;
    const Classification standard = read_classification(world_, sources, diagnostics);
    const ReadOutcome outcome = read_ledger(world_, old_file, standard, sources, diagnostics);
    if (!outcome.ledger || !outcome.clean) {
      Diagnostics errors = errors_of(diagnostics);
      print_problems(errors, sources);
      std::fprintf(stderr, "%s 还有错误，改好以后才能由它生成下一年的账本\n", old_file.c_str());
      return ExitStatus::DataErrors;
    }
    return write(old_file, old_year, *outcome.ledger, sources);
  }

 private:
  ExitStatus write(const fs::path& old_file, int old_year, const Ledger& ledger, const Sources& sources) {
    Diagnostics unheard;
    const FileId file = ledger.year.key_span.file;
    const YamlDocument document = parse_yaml(file, sources, unheard);
    const RolledYear rolled = roll_forward(sources.file(file).text, *document.root, ledger);
    const fs::path fresh = old_file.parent_path() / (std::to_string(old_year + 1) + ".yaml");
    const bool taken = world_.is_file(fresh);
    Diagnostics problems;
    if (!create_file(fresh, rolled.text, problems)) {
      print_problems(problems, sources);
      return taken ? ExitStatus::DataErrors : ExitStatus::Machine;
    }
    std::printf("已生成 %s：有 %zu 处要填，上年的数和文字在 # 后面\n", fresh.c_str(), rolled.figures + rolled.texts);
    print_reminders(rolled, old_file, old_year);
    std::printf("接下来：用文本编辑器填好，再运行 gongkai check %s\n", fresh.c_str());
    return ExitStatus::Fine;
  }

  RealWorld world_;
};

/// The year files to roll: of a unit, and of a department those of its units too.
std::vector<fs::path> old_files_of(const World& world, const UnitYear& unit, int old_year) {
  const fs::path folder = unit.year_file.parent_path();
  std::vector<fs::path> files = {folder / (std::to_string(old_year) + ".yaml")};
  for (const fs::path& member : department_folders(world, folder)) {
    files.push_back(member / files.front().filename());
  }
  return files;
}

}  // namespace

ExitStatus run_new(const Installation& installation, const NewOptions& options) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, options.paths, problems);
  print_problems(problems, Sources());
  if (problems.has_errors()) return ExitStatus::Usage;
  Rollover rollover(installation);
  ExitStatus worst = ExitStatus::Fine;
  std::set<fs::path> done;  // a department's units may be given by themselves as well
  for (const UnitYear& unit : units) {
    const int old_year = options.year == 0 ? std::stoi(unit.year) : options.year - 1;
    for (const fs::path& file : old_files_of(world, unit, old_year)) {
      if (done.insert(fs::absolute(file).lexically_normal()).second)
        worst = std::max(worst, rollover.roll(file, old_year));
    }
  }
  return worst;
}

}  // namespace gongkai
