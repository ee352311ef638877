#include "app/build_record.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "app/program_identity.h"
#include "base/sha256.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

/// A record of some thousand rows is a megabyte.
constexpr std::size_t kMaxRecordBytes = 64U << 20U;
/// A font file begins with the list of its tables and their checksums; this much holds it.
constexpr std::size_t kFontHead = 4096;

std::string font_file_identity(const fs::path& path) {
  std::string head(kFontHead, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  std::error_code problem;
  return path.filename().string() + " " + std::to_string(fs::file_size(path, problem)) + " " + sha256(head);
}

}  // namespace

std::string fonts_identity(const FontLibrary& fonts) {
  std::map<std::string, std::string> files;
  std::string all;
  for (const FontFace& face : fonts.faces()) {
    std::string& file = files[face.path];
    if (file.empty()) file = font_file_identity(face.path);
    all += face.role + " " + face.family + " " + std::to_string(face.index) + " " + file + "\n";
  }
  return sha256(all);
}

std::string settings_of(const BuildOptions& options) {
  std::string text = options.pdf ? "pdf" : "";
  if (options.xlsx) text += text.empty() ? "xlsx" : ",xlsx";
  if (options.draft) text += ",draft";
  if (options.sources) text += ",sources";
  return text;
}

Manifest make_manifest(const Disclosure& disclosure, const Frames* frames, const RecordedWorld& world,
                       const BuildOptions& options, const std::string& fonts, std::vector<FileRecord> outputs) {
  Manifest manifest;
  manifest.program = program_identity();
  manifest.unit = disclosure.document->author;
  manifest.pack = disclosure.shelved->pack->name;
  manifest.settings = settings_of(options);
  manifest.fonts = fonts;
  manifest.pages = frames == nullptr ? 0 : frames->pages.size();
  manifest.warnings = disclosure.diagnostics.count(Severity::Warning);
  std::vector<FileRecord> inputs = world.records();
  inputs.insert(inputs.end(), disclosure.shelved->inputs.begin(), disclosure.shelved->inputs.end());
  manifest.inputs = portable_records(inputs, disclosure.ledger->folder, world.home());
  manifest.outputs = std::move(outputs);
  return manifest;
}

std::optional<BuildRecord> read_record(const World& world, const fs::path& folder) {
  const ReadResult file = world.read_file(folder / kManifestName, kMaxRecordBytes);
  return file.status == ReadStatus::Ok ? parse_record(file.text) : std::nullopt;
}

bool is_current(const Manifest& manifest, const RunInputs& run, const fs::path& unit_folder, const fs::path& folder,
                const BuildOptions& options, const std::string& fonts) {
  if (manifest.program != program_identity() || manifest.fonts != fonts || manifest.settings != settings_of(options)) {
    return false;
  }
  const auto unchanged = [&](const FileRecord& input) {
    const fs::path path = recorded_path(input.file, unit_folder, run.world.home());
    const std::string now = is_of_program(input.file) ? run.digests.of(path) : current_digest(run.world, path);
    return now == input.sha256;
  };
  const auto whole = [&](const FileRecord& output) {
    return current_digest(run.world, folder / output.file) == output.sha256;
  };
  return !manifest.outputs.empty() && std::ranges::all_of(manifest.inputs, unchanged) &&
         std::ranges::all_of(manifest.outputs, whole);
}

}  // namespace gongkai
