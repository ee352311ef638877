// The one interface to disk and fonts, so that tests need neither.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gongkai {

enum class ReadStatus { Ok, NotFound, NotAFile, TooLarge, Unreadable };

struct ReadResult {
  ReadStatus status = ReadStatus::NotFound;
  std::string text;
};

/// Everything the phases read from outside. Thread-safe for reading.
class World {
 public:
  virtual ~World() = default;
  /// Whole content, refused above `max_bytes` before anything is loaded.
  virtual ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const = 0;
  virtual bool is_file(const std::filesystem::path& path) const = 0;
  virtual bool is_directory(const std::filesystem::path& path) const = 0;
  virtual bool is_symlink(const std::filesystem::path& path) const = 0;
  /// Entries of a folder (names only), sorted by bytes; empty when it is not a folder.
  virtual std::vector<std::string> list(const std::filesystem::path& path) const = 0;
  /// Where the program's own data lie: contains templates/, data/classification/, fonts/.
  virtual std::filesystem::path home() const = 0;
};

/// The real disk. `home` holds templates/, data/ and fonts/.
class RealWorld final : public World {
 public:
  explicit RealWorld(std::filesystem::path home) : home_(std::move(home)) {}
  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override;
  bool is_file(const std::filesystem::path& path) const override;
  bool is_directory(const std::filesystem::path& path) const override;
  bool is_symlink(const std::filesystem::path& path) const override;
  std::vector<std::string> list(const std::filesystem::path& path) const override;
  std::filesystem::path home() const override { return home_; }

 private:
  std::filesystem::path home_;
};

/// Files in memory, for tests: path -> text.
class MemoryWorld final : public World {
 public:
  explicit MemoryWorld(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override;
  bool is_file(const std::filesystem::path& path) const override;
  bool is_directory(const std::filesystem::path& path) const override;
  bool is_symlink(const std::filesystem::path&) const override { return false; }
  std::vector<std::string> list(const std::filesystem::path& path) const override;
  std::filesystem::path home() const override { return "/"; }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace gongkai
