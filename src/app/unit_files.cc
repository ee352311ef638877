#include "app/unit_files.h"

#include <fstream>
#include <optional>
#include <utility>

#include "app/build_record.h"
#include "base/sha256.h"
#include "compare/provenance.h"
#include "compare/snapshot_json.h"
#include "compare/take_snapshot.h"
#include "publish/publish.h"
#include "render/render.h"
#include "render/write_file.h"
#include "workbook/workbook.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

bool write_text(const fs::path& path, const std::string& text, Diagnostics& diagnostics) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file.good()) return true;
  diagnostics.error("E0953", {}, "写不了“" + path.filename().string() + "”",
                    "检查磁盘空间，然后重新生成；已发布的旧文件没有动");
  return false;
}

class UnitFileWriter {
 public:
  UnitFileWriter(const UnitWork& work, const BuildOptions& options, const fs::path& folder, UnitFiles& files)
      : work_(work),
        options_(options),
        folder_(folder),
        files_(files),
        document_(*work.disclosure.document),
        diagnostics_(work.disclosure.diagnostics) {}

  bool write(const PageMaker& make_pages) {
    const bool early = needs_no_pages();
    auto workbook = begin_beside(early ? work_.helpers : nullptr, [&] { return write_workbook_file({}); });
    // Leaving this function waits for what was begun.
    std::optional<Begun<bool>> pdf;
    const auto begin_pdf = [&](const Frames& frames) {
      frames_ = &frames;
      pdf.emplace(begin_beside(work_.helpers, [this] { return write_pdf_file(); }));
    };
    if (!make_pages(begin_pdf)) return false;
    const auto index = std::make_shared<const DocumentIndex>(document_, frames_);
    LocalPlaces places(work_.disclosure.sources, work_.disclosure.ledger->folder);
    const auto rows = std::make_shared<const Rows>(document_provenance(*index, places));
    keep(index);
    keep(rows);
    files_.snapshot = take_snapshot(*work_.disclosure.book, *index, work_.disclosure.sources);
    files_.content = snapshot_json(files_.snapshot);
    const bool has_provenance = write_provenance(*rows);
    const bool has_workbook = early ? workbook.get() : write_workbook_file(*rows);
    const bool has_pdf = !pdf || pdf->get();
    diagnostics_.append(of_workbook_);
    diagnostics_.append(of_pdf_);
    return has_pdf && has_workbook && has_provenance && write_record();
  }

 private:
  using Rows = std::vector<ProvenanceRow>;

  void keep(std::shared_ptr<const void> thing) const {
    if (work_.leftovers != nullptr) work_.leftovers->keep(std::move(thing));
  }

  /// Whether the workbook can be written beside the making of pages: no other unit waits for the second processor,
  /// nothing in it tells of pages, and nothing is added to the document when the pages are known.
  bool needs_no_pages() const {
    const auto& self_check = work_.disclosure.shelved->self_check;
    return work_.helpers != nullptr && !options_.sources && !(self_check && self_check->in_appendix);
  }

  bool write_pdf_file() {
    if (!options_.pdf) return true;
    pdf_.file = document_.file_name + ".pdf";
    const std::string bytes = make_pdf(*frames_, document_.year, work_.outlines, work_.helpers, of_pdf_);
    pdf_.sha256 = sha256(bytes);
    const fs::path path = folder_ / pdf_.file;
    return !bytes.empty() && write_file(path, bytes, of_pdf_) && flush(path, of_pdf_);
  }

  bool write_workbook_file(const Rows& rows) {
    if (!options_.xlsx) return true;
    workbook_.file = document_.workbook_name + ".xlsx";
    const fs::path path = folder_ / workbook_.file;
    const std::optional<Table> sources = options_.sources ? std::optional(provenance_table(rows)) : std::nullopt;
    if (!write_workbook(document_, path, of_workbook_, sources ? &*sources : nullptr)) return false;
    workbook_.sha256 = current_digest(work_.world.unrecorded(), path);
    return flush(path, of_workbook_);
  }

  /// Beside other work the disk costs no time.
  bool flush(const fs::path& path, Diagnostics& diagnostics) const {
    return work_.helpers == nullptr || flush_early(path, diagnostics);
  }

  bool write_provenance(const Rows& rows) {
    const std::string text = provenance_json(document_, rows);
    provenance_ = {kProvenanceName, sha256(text)};
    return write_text(folder_ / kProvenanceName, text, diagnostics_);
  }

  bool write_record() {
    std::vector<FileRecord> outputs;
    if (options_.pdf) outputs.push_back(pdf_);
    if (options_.xlsx) outputs.push_back(workbook_);
    outputs.push_back(provenance_);
    for (const FileRecord& output : outputs) files_.names.push_back(output.file);
    files_.names.push_back(kManifestName);
    const Manifest manifest =
        make_manifest(work_.disclosure, frames_, work_.world, options_, work_.fonts, std::move(outputs));
    return write_text(folder_ / kManifestName, record_json(manifest, files_.content), diagnostics_);
  }

  const UnitWork& work_;
  const BuildOptions& options_;
  const fs::path& folder_;
  UnitFiles& files_;
  const Document& document_;
  Diagnostics& diagnostics_;
  const Frames* frames_ = nullptr;
  // Each is touched only by the thread that writes the file, until it is done.
  Diagnostics of_pdf_;
  Diagnostics of_workbook_;
  FileRecord pdf_;
  FileRecord workbook_;
  FileRecord provenance_;
};

}  // namespace

bool write_unit_files(const UnitWork& work, const BuildOptions& options, const fs::path& folder,
                      const PageMaker& make_pages, UnitFiles& files) {
  return UnitFileWriter(work, options, folder, files).write(make_pages);
}

}  // namespace gongkai
