#include "app/build_unit.h"

#include <algorithm>
#include <optional>

#include "app/disclosure.h"
#include "app/finish.h"
#include "audit/audit.h"
#include "publish/publish.h"
#include "render/render.h"
#include "workbook/workbook.h"

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

bool write_files(const Document& document, const Frames* frames, const BuildOptions& options, const fs::path& folder,
                 UnitResult& result, Diagnostics& diagnostics) {
  if (options.pdf) {
    result.files.push_back(document.file_name + ".pdf");
    if (!write_pdf(*frames, document.year, folder / result.files.back(), diagnostics)) return false;
  }
  if (options.xlsx) {
    result.files.push_back(document.workbook_name + ".xlsx");
    if (!write_workbook(document, folder / result.files.back(), diagnostics)) return false;
  }
  return true;
}

void refuse_base_only(const Disclosure& disclosure, Diagnostics& diagnostics) {
  if (!disclosure.ledger || !disclosure.ledger->base_only) return;
  const AuthoredValue* mark = disclosure.ledger->year.find("仅作基数");
  diagnostics.error("E0903", mark != nullptr ? mark->span : Span{}, "这份账本写着“仅作基数”，不能单独生成",
                    "要公开这一年，请补全内容并删去“仅作基数”");
}

/// Lays out and publishes what was composed; false with the reason in `diagnostics`.
bool produce(const World& world, Disclosure& disclosure, FontLibrary& fonts, const BuildOptions& options,
             UnitResult& result) {
  Diagnostics& diagnostics = disclosure.diagnostics;
  Document& document = *disclosure.document;
  document.draft = options.draft;
  std::optional<Frames> frames;
  if (options.pdf) {
    frames = finish_document(world, disclosure, fonts).frames;
  } else {
    audit_document(document, diagnostics);
  }
  disclosure.times.lap("排版和核对");
  if (frames) result.pages = frames->pages.size();
  const bool sound = options.draft || !diagnostics.has_errors();
  if (!sound || (!frames && options.pdf)) return false;
  const std::size_t before = diagnostics.count(Severity::Error);
  const bool published = publish_folder(
      result.folder,
      [&](const fs::path& folder) {
        return write_files(document, frames ? &*frames : nullptr, options, folder, result, diagnostics);
      },
      diagnostics);
  disclosure.times.lap("写文件");
  if (!published && diagnostics.count(Severity::Error) > before) result.outcome = UnitOutcome::MachineFailed;
  return published;
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

}  // namespace

UnitResult build_unit(const World& world, PackShelf& packs, FontLibrary& fonts, const UnitYear& unit,
                      const BuildOptions& options, bool color) {
  UnitResult result;
  result.unit = unit;
  result.folder = fs::path(options.out) / unit.folder_name / unit.year;
  const auto disclosure =
      prepare_disclosure(world, packs, unit.year_file, options.draft ? Stage::Draft : Stage::Composed);
  refuse_base_only(*disclosure, disclosure->diagnostics);
  const bool allowed = disclosure->document && (!disclosure->diagnostics.has_errors() || options.draft);
  if (allowed && produce(world, *disclosure, fonts, options, result)) result.outcome = UnitOutcome::Built;
  if (!result.built()) result.files.clear();
  describe(*disclosure, color, result);
  return result;
}

}  // namespace gongkai
