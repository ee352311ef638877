#include "app/snapshot_of.h"

#include <utility>
#include <vector>

#include "app/build_record.h"
#include "app/finish.h"
#include "app/units.h"
#include "compare/snapshot_json.h"
#include "compare/take_snapshot.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

/// The published folder a query means: itself, the folder of a manifest, or a year below a unit's output.
fs::path published_folder(const World& world, const SnapshotQuery& query) {
  if (query.path.filename() == kManifestName) return query.path.parent_path();
  if (world.is_file(query.path / kManifestName)) return query.path;
  std::vector<std::string> years = world.list(query.path);
  if (!query.year.empty()) years = {query.year};
  for (auto year = years.rbegin(); year != years.rend(); ++year) {
    if (world.is_file(query.path / *year / kManifestName)) return query.path / *year;
  }
  return {};
}

SnapshotOutcome from_year_file(const World& world, PackShelf& packs, FontLibrary& fonts, const fs::path& year_file) {
  auto disclosure = prepare_disclosure(world, packs, year_file, Stage::Draft);
  Diagnostics& diagnostics = disclosure->diagnostics;
  SnapshotOutcome outcome;
  if (disclosure->document) {
    Finished finished;
    finish_document(*disclosure, fonts, finished);
    const Frames* frames = finished.frames ? &*finished.frames : nullptr;
    outcome.snapshot =
        take_snapshot(*disclosure->book, DocumentIndex(*disclosure->document, frames), disclosure->sources);
    if (const std::size_t errors = diagnostics.count(Severity::Error); errors > 0) {
      outcome.problems =
          "“" + year_file.string() + "”还有 " + std::to_string(errors) + " 处错误，先用 gongkai check 看\n";
    }
    outcome.disclosure = std::move(disclosure);
    return outcome;
  }
  diagnostics.sort_and_deduplicate();
  outcome.problems = render_text(diagnostics, disclosure->sources);
  return outcome;
}

SnapshotOutcome refused(std::string problem) {
  return {std::nullopt, std::move(problem) + "\n", nullptr};
}

}  // namespace

SnapshotOutcome snapshot_of(const World& world, PackShelf& packs, FontLibrary& fonts, const SnapshotQuery& query) {
  if (const fs::path folder = published_folder(world, query); !folder.empty()) {
    const auto record = read_record(world, folder);
    auto snapshot = record ? parse_snapshot(record->content) : std::nullopt;
    if (snapshot) return {std::move(snapshot), {}, nullptr};
    return refused("“" + (folder / kManifestName).string() + "”读不懂或被改过：请用这个版本的程序重新生成一次");
  }
  fs::path path = query.path;
  if (!query.year.empty() && world.is_file(path / "unit.yaml")) path /= query.year + ".yaml";
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, {path.string()}, problems);
  if (units.size() == 1) return from_year_file(world, packs, fonts, units.front().year_file);
  if (units.size() > 1) return refused("“" + path.string() + "”里有几个单位，请逐个单位比较");
  return {std::nullopt, render_text(problems, Sources()), nullptr};
}

}  // namespace gongkai
