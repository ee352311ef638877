// Where something was written: source files and spans inside them.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace gongkai {

/// Index into Sources. kNoFile: not from a file.
using FileId = std::uint32_t;
inline constexpr FileId kNoFile = 0xFFFFFFFF;

/// A place in a source file; line and column are 1-based, columns and length count characters (not bytes).
struct Span {
  FileId file = kNoFile;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;

  bool known() const { return file != kNoFile && line > 0; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

struct SourceFile {
  std::string path;  ///< as shown to the user
  std::string text;

  /// Line `number` (1-based) without its end; empty when out of range.
  std::string_view line(std::uint32_t number) const;
};

/// All texts read for one purpose. References stay valid while it grows; it may grow in one thread and be read in
/// others. A unit's own texts are numbered above those of its pack, which many units share.
class Sources {
 public:
  /// Ids of own texts start at `first`.
  explicit Sources(FileId first = 0) : first_(first) {}

  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const;
  /// Texts with ids below `first` are looked up there.
  void set_shared(std::shared_ptr<const Sources> shared) { shared_ = std::move(shared); }
  /// "路径:行:列", or "路径" without a position, or "" when the span is unknown.
  std::string describe(const Span& span) const;

 private:
  FileId first_;
  std::shared_ptr<const Sources> shared_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();  ///< of files_
  std::deque<SourceFile> files_;
};

/// Where a unit's ids start, above any pack's.
inline constexpr FileId kFirstUnitFile = 1U << 16U;

}  // namespace gongkai
