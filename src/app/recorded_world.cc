#include "app/recorded_world.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/sha256.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kUnit = "单位/";
constexpr std::string_view kProgram = "程序/";
/// Whatever was read once, within the limits of its reader, is read whole again.
constexpr std::size_t kMaxFileBytes = 512U << 20U;

std::string digest_of(const ReadResult& result) {
  return result.status == ReadStatus::Ok ? sha256(result.text) : std::string();
}

std::string digest_of(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += name + '\n';
  return sha256(all);
}

bool names_a_folder(const fs::path& path) {
  return path.string().ends_with('/');
}

fs::path whole_path(const fs::path& path) {
  return fs::absolute(path.empty() ? fs::path(".") : path).lexically_normal();
}

}  // namespace

ReadResult RecordedWorld::read_file(const fs::path& path, std::size_t max_bytes) const {
  ReadResult result = world_.read_file(path, max_bytes);
  std::string digest = digest_of(result);
  const std::lock_guard lock(mutex_);
  digests_[path.string()] = std::move(digest);
  return result;
}

bool RecordedWorld::is_file(const fs::path& path) const {
  const bool found = world_.is_file(path);
  if (!found) {
    const std::lock_guard lock(mutex_);
    digests_.try_emplace(path.string());
  }
  return found;
}

std::vector<std::string> RecordedWorld::list(const fs::path& path) const {
  std::vector<std::string> names = world_.list(path);
  const std::lock_guard lock(mutex_);
  digests_[(path / "").string()] = digest_of(names);
  return names;
}

std::vector<FileRecord> RecordedWorld::records() const {
  const std::lock_guard lock(mutex_);
  std::vector<FileRecord> records;
  for (const auto& [path, digest] : digests_) records.push_back({path, digest});
  return records;
}

std::string current_digest(const World& world, const fs::path& path) {
  return names_a_folder(path) ? digest_of(world.list(path)) : digest_of(world.read_file(path, kMaxFileBytes));
}

std::vector<FileRecord> portable_records(const std::vector<FileRecord>& records, const fs::path& unit_folder,
                                         const fs::path& home) {
  std::vector<FileRecord> out;
  const fs::path whole_home = whole_path(home);
  const fs::path whole_unit = whole_path(unit_folder);
  for (const FileRecord& record : records) {
    const fs::path whole = whole_path(record.file);
    const fs::path inside_home = whole.lexically_relative(whole_home);
    const bool program = !inside_home.empty() && *inside_home.begin() != "..";
    const fs::path inside_unit = whole.lexically_relative(whole_unit);
    const bool unit = !inside_unit.empty() && *inside_unit.begin() != "..";
    std::string name(program && !unit ? kProgram : kUnit);
    name += (program && !unit ? inside_home : inside_unit).string();
    if (names_a_folder(record.file) && !names_a_folder(name)) name += '/';
    out.push_back({std::move(name), record.sha256});
  }
  std::ranges::sort(out, {}, &FileRecord::file);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

bool is_of_program(const std::string& name) {
  return name.starts_with(kProgram);
}

fs::path recorded_path(const std::string& name, const fs::path& unit_folder, const fs::path& home) {
  if (is_of_program(name)) return home / name.substr(kProgram.size());
  return unit_folder / name.substr(std::min(name.size(), kUnit.size()));
}

}  // namespace gongkai
