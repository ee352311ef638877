#include "app/build_unit.h"

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

}  // namespace

UnitResult build_unit(const World& world, PackShelf& packs, FontLibrary& fonts, const UnitYear& unit,
                      const BuildOptions& options, bool color) {
  UnitResult result;
  result.unit = unit;
  result.folder = fs::path(options.out) / unit.folder_name / unit.year;
  const auto disclosure =
      prepare_disclosure(world, packs, unit.year_file, options.draft ? Stage::Draft : Stage::Composed);
  Diagnostics& diagnostics = disclosure->diagnostics;
  refuse_base_only(*disclosure, diagnostics);
  const bool allowed = disclosure->document && (!diagnostics.has_errors() || options.draft);
  if (allowed) {
    Document& document = *disclosure->document;
    document.draft = options.draft;
    std::optional<Frames> frames;
    if (options.pdf) {
      frames = finish_document(world, *disclosure, fonts).frames;
    } else {
      audit_document(document, diagnostics);
    }
    if (frames) result.pages = frames->pages.size();
    const bool sound = options.draft || !diagnostics.has_errors();
    if (sound && (frames || !options.pdf)) {
      const std::size_t before = diagnostics.count(Severity::Error);
      result.built = publish_folder(
          result.folder,
          [&](const fs::path& folder) {
            return write_files(document, frames ? &*frames : nullptr, options, folder, result, diagnostics);
          },
          diagnostics);
      result.machine_failed = !result.built && diagnostics.count(Severity::Error) > before;
    }
  }
  if (!result.built) result.files.clear();
  result.warnings = diagnostics.count(Severity::Warning);
  result.report = report_of(*disclosure, color);
  return result;
}

}  // namespace gongkai
