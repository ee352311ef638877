#include "app/unit_files.h"

#include <fstream>
#include <utility>

#include "app/build_record.h"
#include "compare/provenance.h"
#include "render/render.h"
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

  bool write() {
    const auto rows =
        document_provenance(document_, work_.frames, work_.disclosure.sources, work_.disclosure.ledger->folder);
    return write_pdf_file() && write_workbook_file(rows) &&
           write_text(named(kProvenanceName), provenance_json(document_, rows), diagnostics_) && write_manifest();
  }

 private:
  fs::path named(const std::string& name) {
    files_.names.push_back(name);
    return folder_ / name;
  }

  bool write_pdf_file() {
    if (!options_.pdf) return true;
    return write_pdf(*work_.frames, document_.year, named(document_.file_name + ".pdf"), diagnostics_);
  }

  bool write_workbook_file(const std::vector<ProvenanceRow>& rows) {
    if (!options_.xlsx) return true;
    const fs::path path = named(document_.workbook_name + ".xlsx");
    if (!options_.sources) return write_workbook(document_, path, diagnostics_);
    const Table sources = provenance_table(rows);
    return write_workbook(document_, path, diagnostics_, &sources);
  }

  bool write_manifest() {
    Manifest manifest =
        make_manifest(work_.disclosure, work_.frames, work_.world, options_, work_.fonts, files_.names, folder_);
    if (!write_text(named(kManifestName), manifest_json(manifest), diagnostics_)) return false;
    files_.snapshot = std::move(manifest.snapshot);
    return true;
  }

  const UnitWork& work_;
  const BuildOptions& options_;
  const fs::path& folder_;
  UnitFiles& files_;
  const Document& document_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool write_unit_files(const UnitWork& work, const BuildOptions& options, const fs::path& folder, UnitFiles& files) {
  return UnitFileWriter(work, options, folder, files).write();
}

}  // namespace gongkai
