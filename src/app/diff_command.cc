#include "app/diff_command.h"

#include <cstdio>

#include "app/correction_notice.h"
#include "app/progress.h"
#include "app/snapshot_of.h"
#include "compare/comparison.h"
#include "publish/publish_file.h"

namespace gongkai {
namespace {

ExitStatus machine_failed(const Diagnostics& problems, const Sources& sources = Sources()) {
  std::fputs(render_text(problems, sources, {error_is_terminal()}).c_str(), stderr);
  return ExitStatus::Machine;
}

ExitStatus write_page(const Comparison& comparison, const std::string& path) {
  Diagnostics problems;
  if (!replace_file(path, comparison_html(comparison), problems)) return machine_failed(problems);
  std::fprintf(stderr, "网页 → %s\n", path.c_str());
  return ExitStatus::Fine;
}

ExitStatus write_notice(const Comparison& comparison, const SnapshotOutcome& after, const DiffOptions& options,
                        FontLibrary& fonts) {
  if (!after.disclosure) {
    std::fputs("更正说明要由账本来写：“现在的”请给单位文件夹或年度文件，不要给生成的文件夹\n", stderr);
    return ExitStatus::Usage;
  }
  if (after.disclosure->diagnostics.has_errors()) {
    std::fputs("账本还有错误，改正以后才能写更正说明\n", stderr);
    return ExitStatus::DataErrors;
  }
  Diagnostics problems;
  if (!write_correction_notice(*after.disclosure, comparison, options.reason, fonts, options.notice, problems)) {
    return machine_failed(problems, after.disclosure->sources);
  }
  std::fprintf(stderr, "更正说明 → %s\n", options.notice.c_str());
  return ExitStatus::Fine;
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
  ExitStatus status = ExitStatus::Fine;
  if (!options.html.empty()) status = write_page(comparison, options.html);
  if (status != ExitStatus::Fine || options.notice.empty()) return status;
  return write_notice(comparison, after, options, *fonts);
}

}  // namespace gongkai
