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

struct WatchedUnit {
  UnitYear unit;
  std::vector<fs::path> folders;  ///< its files are read from: its own, and of a department those of its units
};

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
    packs_ = std::make_unique<PackShelf>(world_, helpers_);
    find_all(problems);
    if (problems.has_errors()) return fail(problems, ExitStatus::Usage);
    // Watched before they are built: nothing saved meanwhile is missed.
    if (const int error = watch_all(); error != 0) return fail_to_watch(error);
    build(units_);
    std::fprintf(stderr, "正在看着 %zu 个单位的账本，保存后自动重新生成；按 Ctrl+C 结束\n", units_.size());
    while (const auto saved = files_.wait()) {
      if (const int error = answer(*saved); error != 0) return fail_to_watch(error);
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

  std::vector<fs::path> folders_of(const UnitYear& unit) {
    const fs::path folder = absolute_normal(unit.year_file).parent_path();
    std::vector<fs::path> folders = {folder};
    for (const fs::path& one : department_folders(world_, folder)) folders.push_back(absolute_normal(one));
    return folders;
  }

  void find_all(Diagnostics& problems) {
    units_.clear();
    for (UnitYear& unit : find_units(world_, options_.paths, problems)) {
      std::vector<fs::path> folders = folders_of(unit);
      units_.push_back({std::move(unit), std::move(folders)});
    }
  }

  /// 0, or errno when a folder cannot be watched.
  int watch_all() {
    for (const WatchedUnit& unit : units_) {
      for (const fs::path& folder : unit.folders) {
        if (const int error = files_.add_tree(folder); error != 0) return error;
      }
    }
    for (const std::string& path : options_.paths) {
      if (!world_.is_directory(path)) continue;
      if (const int error = files_.add_tree(absolute_normal(path)); error != 0) return error;
    }
    for (const fs::path& folder : program_folders()) {
      if (const int error = files_.add_tree(folder); error != 0) return error;
    }
    return 0;
  }

  /// What all units are read with.
  std::vector<fs::path> program_folders() const {
    return {absolute_normal(installation_.home / "templates"),
            absolute_normal(installation_.home / "data" / "classification")};
  }

  /// A year file that is there still cannot change which units there are, nor where they are read from.
  bool only_known_years(const SavedFiles& saved) const {
    const auto is_known = [&](const fs::path& path) {
      return std::ranges::any_of(units_,
                                 [&](const WatchedUnit& one) { return absolute_normal(one.unit.year_file) == path; });
    };
    return saved.gone.empty() && !saved.folders && std::ranges::all_of(saved.paths, is_known);
  }

  /// Builds what the saved files touch; 0, or errno when a new folder cannot be watched.
  int answer(const SavedFiles& saved) {
    if (!only_known_years(saved)) {
      Diagnostics problems;
      find_all(problems);
      if (const int error = watch_all(); error != 0) return error;
    }
    const std::vector<fs::path> shared = program_folders();
    const bool of_program = lies_in(saved.paths, shared);
    if (of_program) packs_ = std::make_unique<PackShelf>(world_, helpers_);
    std::vector<WatchedUnit> touched = units_;
    std::erase_if(touched, [&](const WatchedUnit& one) { return !of_program && !lies_in(saved.paths, one.folders); });
    build(touched);
    return 0;
  }

  /// Whether any of the paths is below one of the folders; what was just published is not.
  bool lies_in(const std::set<fs::path>& paths, const std::vector<fs::path>& folders) const {
    const fs::path out = absolute_normal(options_.out);
    return std::ranges::any_of(paths, [&](const fs::path& path) {
      return !is_below(path, out) &&
             std::ranges::any_of(folders, [&](const fs::path& folder) { return is_below(path, folder); });
    });
  }

  void build(const std::vector<WatchedUnit>& units) {
    ProgramDigests digests(world_);
    for (const WatchedUnit& one : units) {
      const ResultClock clock;
      const UnitResult result =
          build_unit_guarded({world_, *packs_, digests, helpers_.get()}, {*fonts_, identity_, outlines_}, one.unit,
                             options_, error_is_terminal());
      std::fprintf(stderr, "%s\n", result_line(result, clock.elapsed(), options_.timings).c_str());
    }
  }

  const RealWorld world_;
  const Installation& installation_;
  const BuildOptions& options_;
  FileWatch files_;
  std::unique_ptr<FontLibrary> fonts_;
  std::string identity_;
  pdf::FontShelf outlines_;
  const std::shared_ptr<Helpers> helpers_ = std::make_shared<Helpers>();
  std::unique_ptr<PackShelf> packs_;
  std::vector<WatchedUnit> units_;
};

}  // namespace

ExitStatus run_watch(const Installation& installation, const BuildOptions& options) {
  return Watcher(installation, options).run();
}

}  // namespace gongkai
