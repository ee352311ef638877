#include "app/unit_files.h"

#include <fstream>
#include <optional>
#include <utility>

#include "app/build_record.h"
#include "base/sha256.h"
#include "compare/provenance.h"
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

  bool write() {
    LocalPlaces places(work_.disclosure.sources, work_.disclosure.ledger->folder);
    const auto rows = document_provenance(index_, places);
    return write_pdf_file() && write_workbook_file(rows) && write_provenance(rows) && write_record();
  }

 private:
  /// What is on disk by now, for the manifest: `sha256` of what was written.
  bool add(const std::string& name, std::string sha256) {
    files_.names.push_back(name);
    outputs_.push_back({name, std::move(sha256)});
    return true;
  }

  bool write_pdf_file() {
    if (!options_.pdf) return true;
    const std::string name = document_.file_name + ".pdf";
    const std::string bytes = make_pdf(*work_.frames, document_.year, diagnostics_);
    return !bytes.empty() && write_file(folder_ / name, bytes, diagnostics_) && add(name, sha256(bytes));
  }

  bool write_workbook_file(const std::vector<ProvenanceRow>& rows) {
    if (!options_.xlsx) return true;
    const std::string name = document_.workbook_name + ".xlsx";
    const std::optional<Table> sources = options_.sources ? std::optional(provenance_table(rows)) : std::nullopt;
    return write_workbook(document_, folder_ / name, diagnostics_, sources ? &*sources : nullptr) &&
           add(name, current_digest(work_.world.unrecorded(), folder_ / name));
  }

  bool write_provenance(const std::vector<ProvenanceRow>& rows) {
    const std::string text = provenance_json(document_, rows);
    return write_text(folder_ / kProvenanceName, text, diagnostics_) && add(kProvenanceName, sha256(text));
  }

  bool write_record() {
    const Disclosure& disclosure = work_.disclosure;
    const Manifest manifest =
        make_manifest(disclosure, work_.frames, work_.world, options_, work_.fonts, std::move(outputs_));
    files_.snapshot = take_snapshot(*disclosure.book, index_, disclosure.sources);
    files_.names.push_back(kManifestName);
    return write_text(folder_ / kManifestName, record_json(manifest, files_.snapshot), diagnostics_);
  }

  const UnitWork& work_;
  const BuildOptions& options_;
  const fs::path& folder_;
  UnitFiles& files_;
  const Document& document_;
  const DocumentIndex index_;
  Diagnostics& diagnostics_;
  std::vector<FileRecord> outputs_;
};

}  // namespace

bool write_unit_files(const UnitWork& work, const BuildOptions& options, const fs::path& folder, UnitFiles& files) {
  return UnitFileWriter(work, options, folder, files).write();
}

}  // namespace gongkai
