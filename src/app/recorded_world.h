// A world that remembers what was read from it, so that a later run can tell whether anything changed.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/world.h"
#include "compare/manifest.h"

namespace gongkai {

class RecordedWorld final : public World {
 public:
  explicit RecordedWorld(const World& world) : world_(world) {}

  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override;
  bool is_file(const std::filesystem::path& path) const override;
  bool is_directory(const std::filesystem::path& path) const override { return world_.is_directory(path); }
  bool is_symlink(const std::filesystem::path& path) const override { return world_.is_symlink(path); }
  std::vector<std::string> list(const std::filesystem::path& path) const override;
  std::filesystem::path home() const override { return world_.home(); }

  /// Files read with their digests, files asked for that are not there, and folders listed (their names end in "/")
  /// with the digest of what they held; by path.
  std::vector<FileRecord> records() const;

  /// To read what is no input.
  const World& unrecorded() const { return world_; }

 private:
  const World& world_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::string> digests_;
};

/// The digest a record of this path would have now.
std::string current_digest(const World& world, const std::filesystem::path& path);

/// Names files so that a copy of the whole has the same names: 程序/… inside the program's folder, 单位/… (perhaps with
/// “..”) from the unit's. Sorted.
std::vector<FileRecord> portable_records(const std::vector<FileRecord>& records,
                                         const std::filesystem::path& unit_folder, const std::filesystem::path& home);

/// Whether a name made by portable_records is one of 程序/….
bool is_of_program(const std::string& name);

/// The path of a name made by portable_records.
std::filesystem::path recorded_path(const std::string& name, const std::filesystem::path& unit_folder,
                                    const std::filesystem::path& home);

}  // namespace gongkai
