// Where something was written: source files and spans inside them.
#pragma once

#include <cstdint>
#include <deque>
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

/// All texts read in one run. References stay valid while it grows.
class Sources {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const { return files_.at(id); }
  std::size_t size() const { return files_.size(); }
  /// "路径:行:列", or "路径" without a position, or "" when the span is unknown.
  std::string describe(const Span& span) const;

 private:
  std::deque<SourceFile> files_;
};

}  // namespace gongkai
