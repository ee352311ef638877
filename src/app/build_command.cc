#include "app/build_command.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <set>
#include <system_error>
#include <thread>

#include "app/build_record.h"
#include "app/build_summary.h"
#include "app/build_unit.h"
#include "app/progress.h"
#include "app/result_line.h"
#include "app/watch_command.h"

namespace gongkai {
namespace {

using std::chrono::milliseconds;

SummaryRow row_of(const UnitResult& result, milliseconds time) {
  const bool there = result.built() || result.outcome == UnitOutcome::Unchanged;
  return {result.unit.folder_name, result.unit.year, result.name,  result.outcome, result.reason,
          result.errors,           result.warnings,  result.pages, time,           there ? result.folder.string() : ""};
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

/// What the workers of one run share.
struct BuildRun {
  const Installation& installation;
  const BuildOptions& options;
  const std::vector<UnitYear>& units;
  const RunInputs& inputs;
  Progress& progress;
  std::vector<SummaryRow> rows;  ///< one a unit, each written by the worker that built it
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> no_fonts = false;
};

void work(BuildRun& run) {
  Diagnostics font_problems;
  const std::shared_ptr<FontLibrary> fonts = FontLibrary::open(run.installation.fonts, font_problems);
  if (!fonts) {
    if (!run.no_fonts.exchange(true)) std::fputs(render_text(font_problems, Sources()).c_str(), stderr);
    return;
  }
  const std::string identity = fonts_identity(*fonts);
  const auto outlines = std::make_shared<pdf::FontShelf>();
  for (std::size_t i = run.next++; i < run.units.size(); i = run.next++) {
    run.progress.start(title_of(run.units[i]));
    const ResultClock clock;
    const UnitResult result =
        build_unit_guarded(run.inputs, {*fonts, identity, *outlines}, run.units[i], run.options, error_is_terminal());
    const milliseconds time = clock.elapsed();
    run.rows[i] = row_of(result, time);
    run.progress.finish(title_of(run.units[i]), result_line(result, time, run.options.timings));
  }
  if (run.inputs.leftovers == nullptr) return;
  run.inputs.leftovers->keep(fonts);
  run.inputs.leftovers->keep(outlines);
}

void work_with_threads(BuildRun& run) {
  const auto wanted = static_cast<std::size_t>(std::max(run.options.jobs, 1));
  const std::size_t threads = std::min(wanted, run.units.size());
  std::vector<std::jthread> workers;
  try {
    for (std::size_t i = 1; i < threads; ++i) workers.emplace_back([&run] { work(run); });
  } catch (const std::system_error&) {
    // The machine gives no more threads: those there are do all the work.
  }
  work(run);
}

void keep_shard(const Shard& shard, std::vector<UnitYear>& units, std::vector<std::string>& without_year) {
  std::erase_if(units, [&](const UnitYear& unit) { return !in_shard(shard, unit.folder_name); });
  std::erase_if(without_year, [&](const std::string& unit) { return !in_shard(shard, unit); });
}

void add_without_year(const std::vector<std::string>& without_year, BuildSummary& summary) {
  for (const std::string& unit : without_year) {
    SummaryRow row;
    row.unit = unit;
    row.reason = "W0905 没有年度文件";
    summary.rows.push_back(std::move(row));
  }
}

/// Prints and writes the summary of a run over many units.
void report_summary(const BuildSummary& summary, const BuildOptions& options) {
  if (summary.rows.size() < 2 && options.shard.whole()) return;
  std::fputs(summary_text(summary).c_str(), stderr);
  Diagnostics problems;
  write_summary(summary, options.shard, options.out, problems);
  if (problems.has_errors()) std::fputs(render_text(problems, Sources()).c_str(), stderr);
}

}  // namespace

ExitStatus run_build(const Installation& installation, const BuildOptions& options, Leftovers& leftovers) {
  if (options.watch) return run_watch(installation, options);
  const RealWorld world(installation.home);
  Diagnostics problems;
  std::vector<std::string> without_year;
  std::vector<UnitYear> units = find_units(world, options.paths, problems, &without_year);
  refuse_shared_targets(units, problems);
  if (!problems.items().empty()) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
  }
  if (problems.has_errors()) return ExitStatus::Usage;
  keep_shard(options.shard, units, without_year);
  const bool one = units.size() == 1;
  const auto helpers = std::make_shared<Helpers>();
  const auto packs = std::make_shared<PackShelf>(world, helpers);
  ProgramDigests digests(world);
  const RunInputs inputs{world, *packs, digests, one ? helpers.get() : nullptr, one ? &leftovers : nullptr};
  BuildSummary summary;
  {
    Progress progress(units.size());
    BuildRun run{installation, options, units, inputs, progress, {}};
    run.rows.resize(units.size());
    if (one) begin_unit(inputs, units.front(), options);
    work_with_threads(run);
    if (run.no_fonts) return ExitStatus::Machine;
    summary.rows = std::move(run.rows);
  }
  packs->settle();
  if (inputs.leftovers != nullptr) leftovers.keep(packs);
  add_without_year(without_year, summary);
  report_summary(summary, options);
  if (summary.count(UnitOutcome::MachineFailed) > 0) return ExitStatus::Machine;
  return summary.refused() > 0 ? ExitStatus::DataErrors : ExitStatus::Fine;
}

}  // namespace gongkai
