#include "app/build_unit.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "app/build_record.h"
#include "app/disclosure.h"
#include "app/finish.h"
#include "app/recorded_world.h"
#include "app/unit_files.h"
#include "audit/audit.h"
#include "base/money.h"
#include "compare/comparison.h"
#include "compare/snapshot_json.h"
#include "input/read_ledger.h"
#include "layout/fallback_use.h"
#include "publish/publish.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

/// Notes are for `check`; a build says what is wrong or doubtful.
std::string report_of(const Disclosure& disclosure, bool color) {
  Diagnostics shown;
  for (const Diagnostic& d : disclosure.diagnostics.items()) {
    if (d.severity != Severity::Note) shown.add(d);
  }
  shown.sort_and_deduplicate();
  return shown.items().empty() ? std::string() : render_text(shown, disclosure.sources, {color});
}

void refuse_base_only(const Disclosure& disclosure, Diagnostics& diagnostics) {
  if (!disclosure.ledger || !disclosure.ledger->base_only) return;
  const AuthoredValue* mark = disclosure.ledger->year.find("仅作基数");
  diagnostics.error("E0903", mark != nullptr ? mark->span : Span{}, "这份账本写着“仅作基数”，不能单独生成",
                    "要公开这一年，请补全内容并删去“仅作基数”");
}

/// Lays out and audits; false with the reason in the diagnostics when the document cannot be published.
bool finish(Disclosure& disclosure, FontLibrary& fonts, const BuildOptions& options, const LaidOut& laid_out,
            Finished& finished) {
  Diagnostics& diagnostics = disclosure.diagnostics;
  if (options.pdf) {
    finish_document(disclosure, fonts, finished, laid_out);
  } else {
    audit_document(*disclosure.document, diagnostics);
  }
  disclosure.times.lap("排版和核对");
  const bool sound = options.draft || !diagnostics.has_errors();
  return sound && (finished.frames || !options.pdf);
}

/// "账本改了 1 处，表和图变了 12 格，文字变了 9 句，10 页不同": against what stood there before.
std::string changes_since(const BuildRecord& published, const UnitFiles& files) {
  constexpr const char* kNone = "内容没有变化";
  if (published.content == files.content) return kNone;
  const std::optional<Snapshot> before = parse_snapshot(published.content);
  if (!before) return {};
  const Comparison changes = compare_snapshots(*before, files.snapshot);
  if (changes.empty()) return kNone;
  return "账本改了 " + std::to_string(changes.figures.size()) + " 处，表和图变了 " +
         std::to_string(changes.cells.size()) + " 格，文字变了 " + std::to_string(changes.sentences.size()) + " 句，" +
         std::to_string(changes.pages.size()) + " 页不同";
}

/// Lays out and publishes what was composed; false with the reason in the diagnostics.
bool produce(const UnitWork& work, FontLibrary& fonts, const BuildOptions& options,
             const std::optional<BuildRecord>& old, UnitResult& result) {
  Disclosure& disclosure = work.disclosure;
  Diagnostics& diagnostics = disclosure.diagnostics;
  disclosure.document->draft = options.draft;
  const auto finished = std::make_shared<Finished>();
  bool refused = false;  // by what was found in the data
  const PageMaker make_pages = [&](const LaidOut& laid_out) {
    const LaidOut then = [&](const Frames& frames) {
      if (work.leftovers != nullptr) fonts.let_go();  // no text comes after these; the PDF's making needs the room
      laid_out(frames);
    };
    refused = !finish(disclosure, fonts, options, then, *finished);
    if (!finished->frames) return !refused;
    result.pages = finished->frames->pages.size();
    result.fallbacks = describe_fallbacks(fallback_uses(*finished->frames));
    return !refused;
  };
  const auto written = std::make_shared<UnitFiles>();
  UnitFiles& files = *written;
  const bool done = publish_folder(
      result.folder, [&](const fs::path& folder) { return write_unit_files(work, options, folder, make_pages, files); },
      diagnostics);
  disclosure.times.lap("写文件");
  if (work.leftovers != nullptr) {
    work.leftovers->keep(finished);
    work.leftovers->keep(written);
  }
  if (!done && !refused && diagnostics.has_errors()) result.outcome = UnitOutcome::MachineFailed;
  if (!done) return false;
  result.files = std::move(files.names);
  if (old) result.changes = changes_since(*old, files);
  return true;
}

/// A unit that needs no building, as its manifest tells.
void keep(const Manifest& manifest, UnitResult& result) {
  clear_leftovers(result.folder);
  result.outcome = UnitOutcome::Unchanged;
  result.name = manifest.unit;
  result.pages = manifest.pages;
  result.warnings = manifest.warnings;
}

void describe(Disclosure& disclosure, bool color, UnitResult& result) {
  const Diagnostics& diagnostics = disclosure.diagnostics;
  result.errors = diagnostics.count(Severity::Error);
  result.warnings = diagnostics.count(Severity::Warning);
  result.report = report_of(disclosure, color);
  result.times = disclosure.times.laps();
  if (disclosure.ledger) {
    const AuthoredValue* name = disclosure.ledger->unit.find("名称");
    if (name != nullptr) result.name = name->text;
  }
  const auto& items = diagnostics.items();
  const auto first = std::ranges::find(items, Severity::Error, &Diagnostic::severity);
  if (!result.built() && first != items.end()) result.reason = first->code + " " + first->message;
}

fs::path folder_of(const UnitYear& unit, const BuildOptions& options) {
  return fs::path(options.out) / unit.folder_name / unit.year;
}

/// Saying nothing of what is wrong in unit.yaml.
void expect_pack(const RunInputs& inputs, const UnitYear& unit) {
  if (inputs.helpers == nullptr || !inputs.packs.empty()) return;
  Sources sources;
  Diagnostics unheard;
  const AuthoredValue about = read_unit_file(inputs.world, unit.year_file.parent_path(), sources, unheard);
  const AuthoredValue* name = about.find("模板");
  const std::optional<Decimal> year = parse_decimal(unit.year);
  if (name != nullptr && year) inputs.packs.expect(name->text, static_cast<int>(year->units));
}

}  // namespace

void begin_unit(const RunInputs& inputs, const UnitYear& unit, const BuildOptions& options) {
  const bool needs_building = options.force || !inputs.world.is_file(folder_of(unit, options) / kManifestName);
  if (needs_building) expect_pack(inputs, unit);
}

UnitResult build_unit(const RunInputs& inputs, UnitFonts fonts, const UnitYear& unit, const BuildOptions& options,
                      bool color) {
  UnitResult result;
  result.unit = unit;
  result.folder = folder_of(unit, options);
  const std::optional<BuildRecord> old = read_record(inputs.world, result.folder);
  const fs::path unit_folder = unit.year_file.parent_path();
  if (old && !options.force && is_current(old->manifest, inputs, unit_folder, result.folder, options, fonts.identity)) {
    keep(old->manifest, result);
    return result;
  }
  expect_pack(inputs, unit);
  const RecordedWorld recorded(inputs.world);
  const std::shared_ptr<Disclosure> disclosure =
      prepare_disclosure(recorded, inputs.packs, unit.year_file, options.draft ? Stage::Draft : Stage::Composed);
  refuse_base_only(*disclosure, disclosure->diagnostics);
  const bool allowed = disclosure->document && (!disclosure->diagnostics.has_errors() || options.draft);
  const UnitWork work{recorded, *disclosure, fonts.identity, fonts.outlines, inputs.helpers, inputs.leftovers};
  if (allowed && produce(work, fonts.library, options, old, result)) result.outcome = UnitOutcome::Built;
  describe(*disclosure, color, result);
  if (inputs.leftovers != nullptr) inputs.leftovers->keep(disclosure);
  return result;
}

UnitResult build_unit_guarded(const RunInputs& inputs, UnitFonts fonts, const UnitYear& unit,
                              const BuildOptions& options, bool color) {
  try {
    return build_unit(inputs, fonts, unit, options, color);
  } catch (const std::exception& problem) {
    UnitResult broken;
    broken.unit = unit;
    broken.outcome = UnitOutcome::MachineFailed;
    broken.reason = std::string("程序意外停止：") + problem.what();
    broken.report = broken.reason + "\n";
    return broken;
  }
}

}  // namespace gongkai
