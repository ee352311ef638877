#include "app/watch_command.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "app/build_record.h"
#include "app/build_unit.h"
#include "app/file_watch.h"
#include "app/progress.h"
#include "app/result_line.h"
#include "app/units.h"
#include "base/world.h"
#include "consolidate/members.h"
#include "layout/fonts.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

fs::path absolute_normal(const fs::path& path) {
  return fs::absolute(path).lexically_normal();
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

/// Fonts and packs stay loaded between builds, which is why a save is answered at once.
class Watcher {
 public:
  Watcher(const Installation& installation, const BuildOptions& options)
      : world_(installation.home), installation_(installation), options_(options) {}

  ExitStatus run() {
    Diagnostics problems;
    fonts_ = FontLibrary::open(installation_.fonts, problems);
    if (!fonts_) return fail(problems, ExitStatus::Machine);
    identity_ = fonts_identity(*fonts_);
    packs_ = std::make_unique<PackShelf>(world_);
    const std::vector<UnitYear> units = find_units(world_, options_.paths, problems);
    if (problems.has_errors()) return fail(problems, ExitStatus::Usage);
    // Watched before they are built: nothing saved meanwhile is missed.
    if (const int error = watch(units); error != 0) return fail_to_watch(error);
    build(units);
    std::fprintf(stderr, "正在看着 %zu 个单位的账本，保存后自动重新生成；按 Ctrl+C 结束\n", units.size());
    while (const auto changed = files_.wait()) {
      if (const int error = answer(*changed); error != 0) return fail_to_watch(error);
    }
    std::fputs("不再看着，已结束\n", stderr);
    return ExitStatus::Fine;
  }

 private:
  static ExitStatus fail(const Diagnostics& problems, ExitStatus status) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return status;
  }

  static ExitStatus fail_to_watch(int error) {
    Diagnostics problems;
    problems.error("E0907", {}, "看不住账本文件夹的变化：" + std::generic_category().message(error),
                   "文件夹太多时请少看几个单位，或请管理员调大 fs.inotify.max_user_watches");
    return fail(problems, ExitStatus::Machine);
  }

  /// The folders a unit's files are read from: its own, and of a department those of its units.
  std::vector<fs::path> folders_of(const UnitYear& unit) {
    const fs::path folder = absolute_normal(unit.year_file).parent_path();
    std::vector<fs::path> folders = {folder};
    for (const fs::path& one : department_folders(world_, folder)) folders.push_back(absolute_normal(one));
    return folders;
  }

  int watch(const std::vector<UnitYear>& units) {
    for (const UnitYear& unit : units) {
      for (const fs::path& folder : folders_of(unit)) {
        if (const int error = files_.add_tree(folder); error != 0) return error;
      }
    }
    for (const std::string& path : options_.paths) {
      if (!world_.is_directory(path)) continue;
      if (const int error = files_.add_tree(absolute_normal(path)); error != 0) return error;
    }
    return files_.add_tree(absolute_normal(installation_.home / "templates"));
  }

  /// Builds what the changed files touch; 0, or errno when a new folder cannot be watched.
  int answer(const std::set<fs::path>& changed) {
    Diagnostics problems;
    std::vector<UnitYear> units = find_units(world_, options_.paths, problems);
    if (const int error = watch(units); error != 0) return error;
    const fs::path templates = absolute_normal(installation_.home / "templates");
    const bool of_pack = std::ranges::any_of(changed, [&](const fs::path& path) { return is_below(path, templates); });
    if (of_pack) packs_ = std::make_unique<PackShelf>(world_);
    std::erase_if(units, [&](const UnitYear& unit) { return !of_pack && !touches(changed, unit); });
    build(units);
    return 0;
  }

  bool touches(const std::set<fs::path>& changed, const UnitYear& unit) {
    const std::vector<fs::path> folders = folders_of(unit);
    const fs::path out = absolute_normal(options_.out);
    return std::ranges::any_of(changed, [&](const fs::path& path) {
      return !is_below(path, out) &&
             std::ranges::any_of(folders, [&](const fs::path& folder) { return is_below(path, folder); });
    });
  }

  void build(const std::vector<UnitYear>& units) {
    ProgramDigests digests(world_);
    for (const UnitYear& unit : units) {
      const ResultClock clock;
      const UnitResult result =
          build_unit_guarded({world_, *packs_, digests}, {*fonts_, identity_}, unit, options_, error_is_terminal());
      std::fprintf(stderr, "%s\n", result_line(result, clock.elapsed(), options_.timings).c_str());
    }
  }

  const RealWorld world_;
  const Installation& installation_;
  const BuildOptions& options_;
  FileWatch files_;
  std::unique_ptr<FontLibrary> fonts_;
  std::string identity_;
  std::unique_ptr<PackShelf> packs_;
};

}  // namespace

ExitStatus run_watch(const Installation& installation, const BuildOptions& options) {
  return Watcher(installation, options).run();
}

}  // namespace gongkai
