#include "publish/place.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

// A file name holds 255 bytes; ours adds a prefix and a suffix to the target's.
constexpr std::size_t kMaxNameBytes = 180;

/// The name, or for a long one its beginning and a checksum of the whole (FNV-1a).
std::string short_name(const std::string& name) {
  if (name.size() <= kMaxNameBytes) return name;
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  std::size_t length = kMaxNameBytes - 20;
  while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80) --length;  // not inside a character
  return name.substr(0, length) + "-" + std::to_string(hash);
}

bool is_ours(const fs::path& file) {
  constexpr std::array<std::string_view, 6> kWritten = {".pdf", ".xlsx", ".png", ".txt", ".json", ".csv"};
  return std::find(kWritten.begin(), kWritten.end(), file.extension().string()) != kWritten.end();
}

fs::path resolved(const fs::path& target) {
  std::error_code problem;
  fs::path path = fs::weakly_canonical(target, problem);
  if (problem) path = fs::absolute(target, problem);
  path = path.lexically_normal();
  return path.has_filename() ? path : path.parent_path();  // "out/" is "out"
}

std::vector<fs::path> entries_beginning(const fs::path& folder, const std::string& prefix) {
  std::error_code problem;
  std::vector<fs::path> found;
  for (fs::directory_iterator it(folder, problem), end; !problem && it != end; it.increment(problem)) {
    if (it->path().filename().string().starts_with(prefix)) found.push_back(it->path());
  }
  return found;
}

}  // namespace

PublishPlace publish_place(const fs::path& target) {
  PublishPlace place;
  place.target = resolved(target);
  if (!place.target.has_relative_path()) return place;
  place.parent = place.target.parent_path();
  place.stem = "." + short_name(place.target.filename().string()) + ".gongkai-";
  place.temporary_prefix = place.stem + "tmp-";
  place.lock = place.parent / (place.stem + "lock");
  place.kept = place.parent / (place.stem + "old");
  place.temporary = place.parent / (place.temporary_prefix + std::to_string(getpid()));
  return place;
}

bool has_leftovers(const PublishPlace& place) {
  return !entries_beginning(place.parent, place.stem).empty();
}

void remove_stale_folders(const PublishPlace& place) {
  std::error_code problem;
  for (const fs::path& folder : entries_beginning(place.parent, place.temporary_prefix)) {
    fs::remove_all(folder, problem);
  }
}

std::vector<std::string> foreign_entries(const fs::path& folder, const fs::path& fresh) {
  std::error_code problem;
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, problem), end; !problem && it != end; it.increment(problem)) {
    std::error_code unknown;
    const fs::file_status status = it->symlink_status(unknown);
    const std::string name = it->path().filename().string();
    if (fs::is_regular_file(status) && (name.starts_with('.') || is_ours(it->path()))) continue;
    if (fs::is_directory(status) && fs::is_directory(fs::symlink_status(fresh / name, unknown))) continue;
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace gongkai
