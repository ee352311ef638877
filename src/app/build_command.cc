#include "app/build_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <set>
#include <thread>

#include "app/build_unit.h"
#include "app/progress.h"

namespace gongkai {
namespace {

using Clock = std::chrono::steady_clock;

std::string summary_line(const UnitResult& result, Clock::duration time) {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  const std::string name = result.unit.folder_name + " " + result.unit.year;
  if (!result.built) return fmt::format("{}：没有生成，原来的文件没有改动\n{}", name, result.report);
  std::string line = fmt::format("{}：已生成 → {}（", name, result.folder.string());
  if (result.pages > 0) line += fmt::format("{} 页，", result.pages);
  line += fmt::format("{} 毫秒）", ms);
  if (!result.report.empty()) line += "\n" + result.report;
  return line;
}

/// Two units with one output folder would overwrite each other.
void refuse_shared_targets(const std::vector<UnitYear>& units, Diagnostics& diagnostics) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const UnitYear& unit : units) {
    if (!seen.insert({unit.folder_name, unit.year}).second) {
      diagnostics.error("E0904", {}, "有两个单位文件夹都叫“" + unit.folder_name + "”，生成的文件会互相覆盖",
                        "请给其中一个文件夹改名，或分两次生成到不同的文件夹（-o）");
    }
  }
}

struct Tally {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> refused = 0;
  std::atomic<bool> machine_failed = false;
};

void work(const World& world, PackShelf& packs, const Installation& installation, const BuildOptions& options,
          const std::vector<UnitYear>& units, Progress& progress, Tally& tally) {
  Diagnostics font_problems;
  const auto fonts = FontLibrary::open(installation.fonts, font_problems);
  if (!fonts) {
    tally.machine_failed = true;
    std::fputs(render_text(font_problems, Sources()).c_str(), stderr);
    return;
  }
  for (std::size_t i = tally.next++; i < units.size(); i = tally.next++) {
    progress.start(units[i].folder_name);
    const auto start = Clock::now();
    const UnitResult result = build_unit(world, packs, *fonts, units[i], options, error_is_terminal());
    if (!result.built) ++tally.refused;
    if (result.machine_failed) tally.machine_failed = true;
    progress.finish(units[i].folder_name, summary_line(result, Clock::now() - start));
  }
}

}  // namespace

ExitStatus run_build(const Installation& installation, const BuildOptions& options) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, options.paths, problems);
  refuse_shared_targets(units, problems);
  if (problems.has_errors()) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return ExitStatus::Usage;
  }
  PackShelf packs(world);
  Tally tally;
  {
    Progress progress(units.size());
    const auto threads = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(options.jobs, 1)), 1, units.size());
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < threads; ++i) {
      workers.emplace_back([&] { work(world, packs, installation, options, units, progress, tally); });
    }
    work(world, packs, installation, options, units, progress, tally);
  }
  if (units.size() > 1) {
    std::fprintf(stderr, "共 %zu 个单位，生成 %zu 个，没有生成 %zu 个\n", units.size(),
                 units.size() - tally.refused.load(), tally.refused.load());
  }
  if (tally.machine_failed) return ExitStatus::Machine;
  return tally.refused > 0 ? ExitStatus::DataErrors : ExitStatus::Fine;
}

}  // namespace gongkai
