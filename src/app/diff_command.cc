#include "app/diff_command.h"

#include <cstdio>

#include "app/progress.h"
#include "app/snapshot_of.h"
#include "compare/comparison.h"
#include "publish/publish_file.h"

namespace gongkai {
namespace {

ExitStatus machine_failed(const Diagnostics& problems) {
  std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
  return ExitStatus::Machine;
}

}  // namespace

ExitStatus run_diff(const Installation& installation, const DiffOptions& options) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const auto fonts = FontLibrary::open(installation.fonts, problems);
  if (!fonts) return machine_failed(problems);
  PackShelf packs(world);
  const SnapshotOutcome before = snapshot_of(world, packs, *fonts, {options.before, options.year});
  const SnapshotOutcome after = snapshot_of(world, packs, *fonts, {options.after, options.year});
  std::fputs((before.problems + after.problems).c_str(), stderr);
  if (!before.snapshot || !after.snapshot) return ExitStatus::DataErrors;
  const Comparison comparison = compare_snapshots(*before.snapshot, *after.snapshot);
  const std::string text = options.format == "json" ? comparison_json(comparison) : comparison_text(comparison);
  std::fputs(text.c_str(), stdout);
  if (options.html.empty()) return ExitStatus::Fine;
  if (!replace_file(options.html, comparison_html(comparison), problems)) return machine_failed(problems);
  std::fprintf(stderr, "网页 → %s\n", options.html.c_str());
  return ExitStatus::Fine;
}

}  // namespace gongkai
