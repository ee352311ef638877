#include "base/world.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

namespace gongkai {
namespace fs = std::filesystem;

ReadResult RealWorld::read_file(const fs::path& path, std::size_t max_bytes) const {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return {ReadStatus::NotFound, {}};
  if (!fs::is_regular_file(status)) return {ReadStatus::NotAFile, {}};
  const auto size = fs::file_size(path, error);
  if (error) return {ReadStatus::Unreadable, {}};
  if (size > max_bytes) return {ReadStatus::TooLarge, {}};
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return {ReadStatus::Unreadable, {}};
  std::string text(static_cast<std::size_t>(size), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(size));
  if (stream.bad()) return {ReadStatus::Unreadable, {}};
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return {ReadStatus::Ok, std::move(text)};
}

bool RealWorld::is_file(const fs::path& path) const {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool RealWorld::is_directory(const fs::path& path) const {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool RealWorld::is_symlink(const fs::path& path) const {
  std::error_code error;
  return fs::is_symlink(fs::symlink_status(path, error));
}

std::vector<std::string> RealWorld::list(const fs::path& path) const {
  std::error_code error;
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

ReadResult MemoryWorld::read_file(const fs::path& path, std::size_t max_bytes) const {
  const auto found = files_.find(path.lexically_normal().string());
  if (found == files_.end()) return {ReadStatus::NotFound, {}};
  if (found->second.size() > max_bytes) return {ReadStatus::TooLarge, {}};
  return {ReadStatus::Ok, found->second};
}

bool MemoryWorld::is_file(const fs::path& path) const {
  return files_.contains(path.lexically_normal().string());
}

bool MemoryWorld::is_directory(const fs::path& path) const {
  return !list(path).empty();
}

std::vector<std::string> MemoryWorld::list(const fs::path& path) const {
  const std::string prefix = (path.lexically_normal() / "").string();
  std::set<std::string> names;
  for (const auto& [name, text] : files_) {
    if (!name.starts_with(prefix)) continue;
    const std::string rest = name.substr(prefix.size());
    names.insert(rest.substr(0, rest.find('/')));
  }
  return {names.begin(), names.end()};
}

}  // namespace gongkai
