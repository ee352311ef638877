#include "app/unit_files.h"

#include <fstream>
#include <future>
#include <optional>
#include <utility>

#include "app/build_record.h"
#include "base/sha256.h"
#include "compare/provenance.h"
#include "compare/snapshot_json.h"
#include "compare/take_snapshot.h"
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
        index_(document_, work.frames),
        diagnostics_(work.disclosure.diagnostics) {}

  /// The PDF takes as long as all the rest and shares nothing with it but the finished frames.
  bool write() {
    Diagnostics of_pdf;
    std::future<bool> pdf =
        std::async(work_.alone ? std::launch::async : std::launch::deferred, [&] { return write_pdf_file(of_pdf); });
    LocalPlaces places(work_.disclosure.sources, work_.disclosure.ledger->folder);
    const auto rows = document_provenance(index_, places);
    files_.snapshot = take_snapshot(*work_.disclosure.book, index_, work_.disclosure.sources);
    files_.content = snapshot_json(files_.snapshot);
    const bool others = write_workbook_file(rows) && write_provenance(rows);
    const bool written = pdf.get();
    diagnostics_.append(of_pdf);
    return written && others && write_record();
  }

 private:
  bool write_pdf_file(Diagnostics& diagnostics) {
    if (!options_.pdf) return true;
    pdf_.file = document_.file_name + ".pdf";
    const std::string bytes = make_pdf(*work_.frames, document_.year, diagnostics);
    pdf_.sha256 = sha256(bytes);
    return !bytes.empty() && write_file(folder_ / pdf_.file, bytes, diagnostics);
  }

  bool write_workbook_file(const std::vector<ProvenanceRow>& rows) {
    if (!options_.xlsx) return true;
    const std::string name = document_.workbook_name + ".xlsx";
    const std::optional<Table> sources = options_.sources ? std::optional(provenance_table(rows)) : std::nullopt;
    if (!write_workbook(document_, folder_ / name, diagnostics_, sources ? &*sources : nullptr)) return false;
    others_.push_back({name, current_digest(work_.world.unrecorded(), folder_ / name)});
    return true;
  }

  bool write_provenance(const std::vector<ProvenanceRow>& rows) {
    const std::string text = provenance_json(document_, rows);
    others_.push_back({kProvenanceName, sha256(text)});
    return write_text(folder_ / kProvenanceName, text, diagnostics_);
  }

  bool write_record() {
    std::vector<FileRecord> outputs = std::move(others_);
    if (options_.pdf) outputs.insert(outputs.begin(), pdf_);
    for (const FileRecord& output : outputs) files_.names.push_back(output.file);
    files_.names.push_back(kManifestName);
    const Manifest manifest =
        make_manifest(work_.disclosure, work_.frames, work_.world, options_, work_.fonts, std::move(outputs));
    return write_text(folder_ / kManifestName, record_json(manifest, files_.content), diagnostics_);
  }

  const UnitWork& work_;
  const BuildOptions& options_;
  const fs::path& folder_;
  UnitFiles& files_;
  const Document& document_;
  const DocumentIndex index_;
  Diagnostics& diagnostics_;
  FileRecord pdf_;  ///< set by the thread that writes it
  std::vector<FileRecord> others_;
};

}  // namespace

bool write_unit_files(const UnitWork& work, const BuildOptions& options, const fs::path& folder, UnitFiles& files) {
  return UnitFileWriter(work, options, folder, files).write();
}

}  // namespace gongkai
