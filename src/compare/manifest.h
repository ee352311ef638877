// What a build keeps of itself beside its files: what it was made of, and everything it says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gongkai {

inline constexpr const char* kManifestName = "生成记录.json";

/// A file and the SHA-256 of its content; "" for one that was looked for and is not there.
struct FileRecord {
  std::string file;
  std::string sha256;
  friend bool operator==(const FileRecord&, const FileRecord&) = default;
};

struct Manifest {
  std::string program;  ///< version and build
  std::string unit;     ///< 名称
  std::string pack;
  std::string settings;  ///< what was asked for: "pdf,xlsx"
  std::string fonts;     ///< digest of the font files
  std::size_t pages = 0;
  std::size_t warnings = 0;
  std::vector<FileRecord> inputs;   ///< "单位/2024.yaml", "程序/templates/base/pack.yaml"; sorted
  std::vector<FileRecord> outputs;  ///< names in the folder
};

/// A record as it was read. Most readers want the manifest only, so the rest is not taken apart before it is needed.
struct BuildRecord {
  Manifest manifest;
  std::string content;  ///< snapshot_json(); parse_snapshot() reads it
};

/// Same build, same bytes. Carries a digest of itself. `content`: snapshot_json().
std::string record_json(const Manifest& manifest, const std::string& content);

/// Empty when the text is no record of a form this program knows, or was changed by hand.
std::optional<BuildRecord> parse_record(const std::string& text);

}  // namespace gongkai
